package com.tryzore.crm.schedule.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.schedule.recurrence.RuleReading.Read;
import com.tryzore.crm.schedule.recurrence.RuleReading.Refused;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules are read strictly and written so that they read the same. */
class RuleTextTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** A Tuesday evening, the 29th. */
  private static final LocalDateTime START = LocalDateTime.of(2026, 9, 29, 18, 0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=DAILY | FREQ=DAILY",
        "freq=daily;interval=3 | FREQ=DAILY;INTERVAL=3",
        "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY | FREQ=WEEKLY;BYDAY=TU",
        "FREQ=WEEKLY;BYDAY=FR,MO;WKST=SU | FREQ=WEEKLY;BYDAY=MO,FR;WKST=SU",
        "FREQ=WEEKLY;COUNT=10;WKST=MO | FREQ=WEEKLY;BYDAY=TU;COUNT=10",
        "FREQ=MONTHLY | FREQ=MONTHLY;BYMONTHDAY=29",
        "FREQ=MONTHLY;BYMONTHDAY=31,-1 | FREQ=MONTHLY;BYMONTHDAY=-1,31",
        "FREQ=MONTHLY;BYDAY=-1TU | FREQ=MONTHLY;BYDAY=-1TU",
        "FREQ=MONTHLY;BYDAY=+2TU | FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1 | FREQ=MONTHLY;BYDAY=-1TU",
        "FREQ=MONTHLY;BYMONTH=1,6;BYMONTHDAY=1 | FREQ=YEARLY;BYMONTH=1,6;BYMONTHDAY=1",
        "FREQ=YEARLY | FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=29",
        "FREQ=YEARLY;BYMONTH=6,7 | FREQ=YEARLY;BYMONTH=6,7;BYMONTHDAY=29",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU | FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "FREQ=DAILY;UNTIL=99991231T235959Z | FREQ=DAILY",
      })
  void rules_of_one_meaning_are_written_in_one_way(String text, String written) {
    assertThat(Recurrence.read(text, START, NEW_YORK))
        .isInstanceOfSatisfying(
            Read.class, read -> assertThat(read.recurrence().text(NEW_YORK)).isEqualTo(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | EMPTY | ''",
        "WEEKLY | UNREADABLE | WEEKLY",
        "FREQ=WEEKLY; | UNREADABLE | ''",
        "FREQ=FORTNIGHTLY | UNREADABLE | FORTNIGHTLY",
        "INTERVAL=2 | NO_FREQUENCY | ''",
        "FREQ=SECONDLY | TOO_FREQUENT | SECONDLY",
        "FREQ=MINUTELY;INTERVAL=10 | TOO_FREQUENT | MINUTELY",
        "FREQ=HOURLY | TOO_FREQUENT | HOURLY",
        "FREQ=DAILY;FREQ=WEEKLY | REPEATED_PART | FREQ",
        "FREQ=DAILY;INTERVAL=0 | INTERVAL_OUT_OF_RANGE | 0",
        "FREQ=DAILY;INTERVAL=-1 | INTERVAL_OUT_OF_RANGE | -1",
        "FREQ=DAILY;INTERVAL=99999999999999999999 | INTERVAL_OUT_OF_RANGE | 99999999999999999999",
        "FREQ=DAILY;COUNT=0 | COUNT_OUT_OF_RANGE | 0",
        "FREQ=DAILY;COUNT=1000000000 | COUNT_OUT_OF_RANGE | 1000000000",
        "FREQ=DAILY;COUNT=many | COUNT_OUT_OF_RANGE | MANY",
        "FREQ=DAILY;COUNT=2;UNTIL=20270101 | COUNT_AND_UNTIL | ''",
        "FREQ=DAILY;UNTIL=20270230 | UNTIL_UNREADABLE | 20270230",
        "FREQ=DAILY;UNTIL=tomorrow | UNTIL_UNREADABLE | TOMORROW",
        "FREQ=WEEKLY;BYDAY=1MO | NOT_SUPPORTED | BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=MON | UNREADABLE | BYDAY=MON",
        "FREQ=WEEKLY;BYMONTH=1 | NOT_SUPPORTED | BYMONTH",
        "FREQ=MONTHLY;BYDAY=6MO | NO_SUCH_DAY | 6MO",
        "FREQ=MONTHLY;BYDAY=0MO | NO_SUCH_DAY | 0MO",
        "FREQ=MONTHLY;BYDAY=MO | NOT_SUPPORTED | BYDAY=MO",
        "FREQ=MONTHLY;BYMONTHDAY=32 | NO_SUCH_DAY | 32",
        "FREQ=MONTHLY;BYMONTHDAY=0 | NO_SUCH_DAY | 0",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13 | NOT_SUPPORTED | BYMONTHDAY",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1 | NOT_SUPPORTED | BYSETPOS",
        "FREQ=YEARLY;BYMONTH=13 | NO_SUCH_DAY | 13",
        "FREQ=YEARLY;BYDAY=20MO | NOT_SUPPORTED | BYDAY",
        "FREQ=YEARLY;BYWEEKNO=20 | NOT_SUPPORTED | BYWEEKNO",
        "FREQ=YEARLY;BYYEARDAY=100 | NOT_SUPPORTED | BYYEARDAY",
        "FREQ=DAILY;BYHOUR=9,10 | NOT_SUPPORTED | BYHOUR",
        "FREQ=DAILY;X-NAME=1 | NOT_SUPPORTED | X-NAME",
      })
  void what_cannot_be_kept_is_refused_with_its_reason(
      String text, RuleProblem problem, String what) {
    assertThat(Recurrence.read(text, START, NEW_YORK)).isEqualTo(new Refused(problem, what));
  }

  @Test
  void a_rule_longer_than_any_is_refused_at_once() {
    assertThat(Recurrence.read("FREQ=DAILY;BYDAY=" + "MO,".repeat(100_000), START, NEW_YORK))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem()).isEqualTo(RuleProblem.TOO_LONG);
              assertThat(refused.what()).hasSizeLessThan(50);
            });
  }

  @ParameterizedTest
  @CsvSource({
    // 30 March, 23:59:59 on the wall in New York
    "20270331T035959Z, 2027-03-30",
    "20270330T220000Z, 2027-03-30",
    "20270330T215959Z, 2027-03-29",
    "20270330T180000, 2027-03-30",
    "20270330T175959, 2027-03-29",
    "20270330, 2027-03-30",
  })
  void an_until_is_the_last_day_on_which_a_class_still_begins(String until, LocalDate lastDay) {
    assertThat(Recurrence.read("FREQ=DAILY;UNTIL=" + until, START, NEW_YORK))
        .isEqualTo(new Read(Recurrence.of(new Pattern.Daily()).until(lastDay)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20261101T055959Z", "20261101T053000Z"})
  void an_until_in_the_repeated_hour_counts_its_first_pass(String until) {
    LocalDateTime halfPastOne = LocalDateTime.of(2026, 10, 1, 1, 30);
    assertThat(Recurrence.read("FREQ=DAILY;UNTIL=" + until, halfPastOne, NEW_YORK))
        .isEqualTo(new Read(Recurrence.of(new Pattern.Daily()).until(LocalDate.of(2026, 11, 1))));
  }

  @Test
  void a_rule_that_ends_before_it_begins_or_begins_beside_itself_cannot_be_kept() {
    Recurrence tuesdays = Recurrence.of(Pattern.Weekly.on(java.time.DayOfWeek.TUESDAY));
    assertThat(tuesdays.checkedFor(LocalDate.of(2026, 9, 29))).isEqualTo(new Read(tuesdays));
    assertThat(tuesdays.checkedFor(LocalDate.of(2026, 9, 30)))
        .isEqualTo(new Refused(RuleProblem.START_IS_NO_OCCURRENCE, "2026-10-06"));
    assertThat(tuesdays.until(LocalDate.of(2026, 9, 28)).checkedFor(LocalDate.of(2026, 9, 29)))
        .isEqualTo(new Refused(RuleProblem.ENDS_BEFORE_IT_BEGINS, "2026-09-28"));
    Recurrence never =
        Recurrence.of(Pattern.Yearly.in(java.time.Month.FEBRUARY, DaysOfMonth.OnDates.of(30, 31)));
    assertThat(never.checkedFor(LocalDate.of(2026, 2, 28)))
        .isEqualTo(new Refused(RuleProblem.NEVER, ""));
  }

  @Property
  @Domain(AnyRule.class)
  void what_is_written_reads_the_same_whatever_the_time_of_day(
      @ForAll Recurrence recurrence, @ForAll ZoneId zone, @ForAll LocalDateTime start) {
    assertThat(Recurrence.read(recurrence.text(zone), start, zone)).isEqualTo(new Read(recurrence));
  }
}
