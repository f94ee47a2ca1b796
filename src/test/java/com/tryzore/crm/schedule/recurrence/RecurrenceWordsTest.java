package com.tryzore.crm.schedule.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.schedule.recurrence.RuleReading.Read;
import com.tryzore.crm.schedule.recurrence.RuleReading.Refused;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules as a person of each language would say them. */
class RecurrenceWordsTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDateTime START = LocalDateTime.of(2026, 9, 29, 18, 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=DAILY | Every day | Todos los días | Jeden Tag",
        "FREQ=DAILY;INTERVAL=3 | Every 3 days | Cada 3 días | Alle 3 Tage",
        "FREQ=WEEKLY;BYDAY=MO | Every Monday | Todos los lunes | Jeden Montag",
        "FREQ=WEEKLY;BYDAY=MO,WE | Every Monday and Wednesday | Todos los lunes y miércoles"
            + " | Jeden Montag und Mittwoch",
        "FREQ=WEEKLY;BYDAY=TU,SA,SU | Every Tuesday, Saturday and Sunday"
            + " | Todos los martes, sábados y domingos | Jeden Dienstag, Samstag und Sonntag",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | Monday to Friday | De lunes a viernes"
            + " | Von Montag bis Freitag",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU | Every day | Todos los días | Jeden Tag",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;UNTIL=20270304T045959Z"
            + " | Every 2 weeks on Friday until 3 March 2027"
            + " | Cada 2 semanas, los viernes hasta el 3 de marzo de 2027"
            + " | Alle 2 Wochen am Freitag bis zum 3. März 2027",
        "FREQ=MONTHLY;BYDAY=-1TU;COUNT=10 | On the last Tuesday of each month, 10 times"
            + " | El último martes de cada mes, 10 veces"
            + " | Am letzten Dienstag jedes Monats, 10-mal",
        "FREQ=MONTHLY;BYDAY=1SU,3TH | On the first Sunday and the third Thursday of each month"
            + " | El primer domingo y el tercer jueves de cada mes"
            + " | Am ersten Sonntag und am dritten Donnerstag jedes Monats",
        "FREQ=MONTHLY;BYMONTHDAY=31 | On the 31st of each month | El día 31 de cada mes"
            + " | Am 31. jedes Monats",
        "FREQ=MONTHLY;BYMONTHDAY=2,12,-1 | On the 2nd, the 12th and the last day of each month"
            + " | El día 2, el día 12 y el último día de cada mes"
            + " | Am 2., am 12. und am letzten Tag jedes Monats",
        "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-2 | Every 2 months on the second-to-last day"
            + " | Cada 2 meses, el penúltimo día | Alle 2 Monate am vorletzten Tag",
        "FREQ=MONTHLY;BYMONTHDAY=-4;COUNT=1 | On the 4th-to-last day of each month, once"
            + " | El 4.º día empezando por el final de cada mes, una vez"
            + " | Am 4.-letzten Tag jedes Monats, einmal",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 | Every year on 29 February"
            + " | Todos los años, el 29 de febrero | Jedes Jahr am 29. Februar",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYDAY=2SU"
            + " | Every 2 years on the second Sunday of March"
            + " | Cada 2 años, el segundo domingo de marzo"
            + " | Alle 2 Jahre am zweiten Sonntag im März",
        "FREQ=YEARLY;BYMONTH=6,7;BYMONTHDAY=10 | Every year on 10 June and 10 July"
            + " | Todos los años, el 10 de junio y el 10 de julio"
            + " | Jedes Jahr am 10. Juni und am 10. Juli",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1 | Every year on the last day of February"
            + " | Todos los años, el último día de febrero"
            + " | Jedes Jahr am letzten Tag im Februar",
        "FREQ=YEARLY;BYMONTHDAY=15 | On the 15th of each month | El día 15 de cada mes"
            + " | Am 15. jedes Monats",
      })
  void a_rule_is_said_in_three_languages(
      String rule, String english, String spanish, String german) {
    Recurrence recurrence = read(rule);
    assertThat(RecurrenceWords.in(Locale.ENGLISH).say(recurrence)).isEqualTo(english);
    assertThat(RecurrenceWords.in(Locale.of("es")).say(recurrence)).isEqualTo(spanish);
    assertThat(RecurrenceWords.in(Locale.GERMAN).say(recurrence)).isEqualTo(german);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 18:00 | Every Monday and Sunday at 18:00 until 3 March 2027",
        "en-US | 18:00 | Every Sunday and Monday at 6:00 PM until March 3, 2027",
        "es | 18:00 | Todos los lunes y domingos a las 18:00 hasta el 3 de marzo de 2027",
        "es | 01:30 | Todos los lunes y domingos a la 1:30 hasta el 3 de marzo de 2027",
        "es-MX | 13:00 | Todos los domingos y lunes a la 1:00 p.m. hasta el 3 de marzo de 2027",
        "de | 18:00 | Jeden Montag und Sonntag um 18:00 Uhr bis zum 3. März 2027",
      })
  void the_time_of_day_stands_between_the_days_and_the_end(
      String language, LocalTime time, String sentence) {
    // The week of the reader's country decides which day is named first; its spaces are its own.
    Locale expected = Locale.forLanguageTag(language);
    String said =
        RecurrenceWords.in(expected)
            .say(read("FREQ=WEEKLY;BYDAY=MO,SU;UNTIL=20270303"), time)
            .replace('\u202f', ' ')
            .replace('\u00a0', ' ');
    assertThat(said).isEqualTo(sentence);
  }

  @ParameterizedTest
  @EnumSource(RuleProblem.class)
  void every_refusal_has_a_sentence_in_every_language(RuleProblem problem) {
    for (String language : new String[] {"en", "es", "de"}) {
      assertThat(RecurrenceWords.in(Locale.of(language)).say(new Refused(problem, "BYHOUR")))
          .endsWith(".")
          .doesNotContain("schedule.", "{0}");
    }
  }

  @Property(tries = 500)
  @Domain(AnyRule.class)
  void any_rule_has_words_without_holes(@ForAll Recurrence recurrence) {
    for (String language : new String[] {"en", "es", "de"}) {
      assertThat(RecurrenceWords.in(Locale.of(language)).say(recurrence, LocalTime.NOON))
          .doesNotContain("schedule.", "{", "}", "  ", "null", " ,");
    }
  }

  private static Recurrence read(String rule) {
    return ((Read) Recurrence.read(rule, START, NEW_YORK)).recurrence();
  }
}
