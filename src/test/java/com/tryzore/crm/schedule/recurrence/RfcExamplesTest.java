package com.tryzore.crm.schedule.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.schedule.recurrence.RuleReading.Read;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 5545, section 3.8.5.3, that a timetable has a use for; 9:00 in New York. */
class RfcExamplesTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /**
   * Rule, start, how many (or "+" after the beginning of an endless list), and the days as the
   * standard lists them: year, then month/day.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=DAILY;COUNT=10 | 1997-09-02 | 1997 9/2 9/3 9/4 9/5 9/6 9/7 9/8 9/9 9/10 9/11",
        "FREQ=DAILY;INTERVAL=2 | 1997-09-02 | 1997 9/2 9/4 9/6 9/8 9/10 9/12 9/14 9/16 +",
        "FREQ=DAILY;INTERVAL=10;COUNT=5 | 1997-09-02 | 1997 9/2 9/12 9/22 10/2 10/12",
        "FREQ=WEEKLY;COUNT=10 | 1997-09-02 | 1997 9/2 9/9 9/16 9/23 9/30 10/7 10/14 10/21 10/28 11/4",
        "FREQ=WEEKLY;UNTIL=19971224T000000Z | 1997-09-02 | 1997 9/2 9/9 9/16 9/23 9/30 10/7 10/14"
            + " 10/21 10/28 11/4 11/11 11/18 11/25 12/2 12/9 12/16 12/23",
        "FREQ=WEEKLY;INTERVAL=2;WKST=SU | 1997-09-02 | 1997 9/2 9/16 9/30 10/14 10/28 11/11 11/25"
            + " 12/9 12/23 1998 1/6 1/20 2/3 2/17 +",
        "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH | 1997-09-02 | 1997 9/2 9/4 9/9"
            + " 9/11 9/16 9/18 9/23 9/25 9/30 10/2",
        "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH | 1997-09-02 | 1997 9/2 9/4 9/9 9/11 9/16 9/18"
            + " 9/23 9/25 9/30 10/2",
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR | 1997-09-01 | 1997"
            + " 9/1 9/3 9/5 9/15 9/17 9/19 9/29 10/1 10/3 10/13 10/15 10/17 10/27 10/29 10/31 11/10"
            + " 11/12 11/14 11/24 11/26 11/28 12/8 12/10 12/12 12/22",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH | 1997-09-02 | 1997 9/2 9/4 9/16 9/18"
            + " 9/30 10/2 10/14 10/16",
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR | 1997-09-05 | 1997 9/5 10/3 11/7 12/5 1998 1/2 2/6 3/6"
            + " 4/3 5/1 6/5",
        "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR | 1997-09-05 | 1997 9/5 10/3 11/7 12/5",
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU | 1997-09-07 | 1997 9/7 9/28 11/2 11/30"
            + " 1998 1/4 1/25 3/1 3/29 5/3 5/31",
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO | 1997-09-22 | 1997 9/22 10/20 11/17 12/22 1998 1/19 2/16",
        "FREQ=MONTHLY;BYMONTHDAY=-3 | 1997-09-28 | 1997 9/28 10/29 11/28 12/29 1998 1/29 2/26 +",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15 | 1997-09-02 | 1997 9/2 9/15 10/2 10/15 11/2 11/15"
            + " 12/2 12/15 1998 1/2 1/15",
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1 | 1997-09-30 | 1997 9/30 10/1 10/31 11/1 11/30 12/1"
            + " 12/31 1998 1/1 1/31 2/1",
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15 | 1997-09-10 | 1997 9/10"
            + " 9/11 9/12 9/13 9/14 9/15 1999 3/10 3/11 3/12 3/13",
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7 | 1997-06-10 | 1997 6/10 7/10 1998 6/10 7/10 1999 6/10"
            + " 7/10 2000 6/10 7/10 2001 6/10 7/10",
        "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3 | 1997-03-10 | 1997 3/10 1999 1/10 2/10"
            + " 3/10 2001 1/10 2/10 3/10 2003 1/10 2/10 3/10",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO | 1997-08-05 | 1997 8/5 8/10 8/19 8/24",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU | 1997-08-05 | 1997 8/5 8/17 8/19 8/31",
        "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5 | 2007-01-15 | 2007 1/15 1/30 2/15 3/15 3/30",
        // from section 3.6.5, the rules of a time zone
        "FREQ=YEARLY;BYDAY=1SU;BYMONTH=4 | 1997-04-06 | 1997 4/6 1998 4/5 1999 4/4 +",
        "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10 | 1997-10-26 | 1997 10/26 1998 10/25 1999 10/31 +",
      })
  void an_example_falls_on_the_days_that_the_standard_lists(
      String rule, LocalDate first, String listed) {
    LocalDateTime start = first.atTime(9, 0);
    assertThat(Recurrence.read(rule, start, NEW_YORK)).isInstanceOf(Read.class);
    Recurrence recurrence = ((Read) Recurrence.read(rule, start, NEW_YORK)).recurrence();
    List<LocalDate> days = days(listed);
    List<LocalDate> found =
        SeriesTimes.of(start, NEW_YORK, Duration.ofHours(1), recurrence)
            .starts(start, LocalDateTime.of(2050, 1, 1, 0, 0))
            .map(LocalDateTime::toLocalDate)
            .limit(listed.endsWith("+") ? days.size() : 1000)
            .toList();
    assertThat(found).isEqualTo(days);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
        "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
        "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z",
        "FREQ=MINUTELY;INTERVAL=15;COUNT=6",
        "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
      })
  void an_example_beyond_a_timetable_is_refused_rather_than_misread(String rule) {
    assertThat(Recurrence.read(rule, LocalDateTime.of(1997, 9, 2, 9, 0), NEW_YORK))
        .isInstanceOfSatisfying(
            RuleReading.Refused.class,
            refused ->
                assertThat(refused.problem())
                    .isIn(RuleProblem.NOT_SUPPORTED, RuleProblem.TOO_FREQUENT));
  }

  private static List<LocalDate> days(String listed) {
    List<LocalDate> days = new ArrayList<>();
    int year = 0;
    for (String word : listed.replace("+", "").strip().split(" ", -1)) {
      String[] monthAndDay = word.split("/", -1);
      if (monthAndDay.length == 1) {
        year = Integer.parseInt(word);
      } else {
        days.add(
            LocalDate.of(year, Integer.parseInt(monthAndDay[0]), Integer.parseInt(monthAndDay[1])));
      }
    }
    return days;
  }
}
