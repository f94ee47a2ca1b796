package com.tryzore.crm.bench;

import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.schedule.recurrence.RecurrenceWords;
import com.tryzore.crm.schedule.recurrence.RuleReading;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.LongSupplier;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** How fast rules are expanded to instants, beside lib-recur doing the same. */
final class Expansions {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 18, 0);
  private static final LocalDateTime FAR = LocalDateTime.of(9000, 1, 1, 0, 0);
  private static final int AT_ONCE = 250;

  private static final List<String> RULES =
      List.of(
          "FREQ=DAILY",
          "FREQ=WEEKLY;BYDAY=MO,WE,FR",
          "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
          "FREQ=MONTHLY;BYDAY=1MO",
          "FREQ=MONTHLY;BYMONTHDAY=5");

  private Expansions() {}

  /**
   * Measures all of them.
   *
   * @param occurrences how many of each
   */
  static void measure(Report report, int occurrences) throws InvalidRecurrenceRuleException {
    report.table(
        "Rules of repetition",
        "Occurrences a second as instants in New York, %d of a rule at a time, single thread."
            .formatted(AT_ONCE),
        List.of("rule", "here", "lib-recur"));
    for (String text : RULES) {
      Recurrence recurrence = ((RuleReading.Read) Recurrence.read(text, START, ZONE)).recurrence();
      SeriesTimes times = SeriesTimes.of(START, ZONE, Duration.ofHours(1), recurrence);
      RecurrenceRule rule = new RecurrenceRule(text);
      report.row(
          RecurrenceWords.in(Locale.ENGLISH).say(recurrence),
          perSecond(occurrences, () -> ours(times)),
          perSecond(occurrences, () -> theirs(rule)));
    }
  }

  private static String perSecond(int occurrences, LongSupplier some) {
    int turns = Math.max(1, occurrences / AT_ONCE);
    long first = 0;
    for (int turn = 0; turn < turns; turn++) {
      first ^= some.getAsLong();
    }
    long begun = System.nanoTime();
    long sum = 0;
    for (int turn = 0; turn < turns; turn++) {
      sum ^= some.getAsLong();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (sum != first) {
      throw new IllegalStateException("not the same twice");
    }
    return "%,d".formatted(Math.round((double) turns * AT_ONCE / seconds));
  }

  private static long ours(SeriesTimes times) {
    return times
        .occurrences(START, FAR)
        .limit(AT_ONCE)
        .mapToLong(occurrence -> occurrence.startsAt().toEpochMilli())
        .sum();
  }

  private static long theirs(RecurrenceRule rule) {
    RecurrenceRuleIterator instances =
        rule.iterator(
            new DateTime(
                TimeZone.getTimeZone(ZONE),
                START.getYear(),
                START.getMonthValue() - 1,
                START.getDayOfMonth(),
                START.getHour(),
                START.getMinute(),
                0));
    long sum = 0;
    for (int i = 0; i < AT_ONCE; i++) {
      sum += instances.nextDateTime().getTimestamp();
    }
    return sum;
  }
}
