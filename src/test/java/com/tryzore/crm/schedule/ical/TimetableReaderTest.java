package com.tryzore.crm.schedule.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.tryzore.crm.schedule.ical.ComponentProblem.Reason;
import com.tryzore.crm.schedule.ical.DraftFacts.KindGuess;
import com.tryzore.crm.schedule.ical.TimetableDraft.Once;
import com.tryzore.crm.schedule.ical.TimetableDraft.Repeating;
import com.tryzore.crm.schedule.ical.TimetableReading.Read;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A timetable as other programs write it. */
class TimetableReaderTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final LocalDateTime UNTIL = at("2027-06-01T00:00");

  @Test
  void the_timetable_of_riverside_comes_over_whole() throws IOException {
    Read read = riverside();
    assertThat(read.problems()).isEmpty();
    assertThat(read.drafts()).hasSize(13);
    assertThat(read.drafts().stream().filter(draft -> draft.when() instanceof Repeating))
        .hasSize(12)
        .allMatch(draft -> series(draft).zone().equals(NEW_YORK));
    assertThat(read.drafts())
        .extracting(draft -> draft.facts().title())
        .startsWith("Sunrise Yoga", "Spin 45", "HIIT Express")
        .endsWith("Late Night Stretch", "Month-end Throwdown", "Tour: Nia Cohen");
  }

  @Test
  void a_class_of_riverside_has_its_days_room_trainer_and_seats() throws IOException {
    TimetableDraft yoga = riverside().drafts().get(0);
    assertThat(yoga.uid()).isEqualTo("class-0@riverside.example");
    assertThat(yoga.facts())
        .isEqualTo(
            new DraftFacts(
                "Sunrise Yoga",
                KindGuess.CLASS,
                Optional.of("Studio A"),
                Optional.empty(),
                Optional.of("Ana Silva"),
                OptionalInt.of(18),
                Optional.empty(),
                ""));
    SeriesTimes times = series(yoga);
    assertThat(times.start()).isEqualTo(at("2026-09-28T06:30"));
    assertThat(times.duration()).isEqualTo(Duration.ofHours(1));
    assertThat(times.recurrence().text(NEW_YORK))
        .isEqualTo("FREQ=WEEKLY;BYDAY=MO,WE,FR;UNTIL=20270331T035959Z");
    assertThat(times.exceptions()).containsExactly(at("2026-11-27T06:30"), at("2026-12-25T06:30"));
    assertThat(times.starts(at("2026-11-23T00:00"), at("2026-11-30T00:00")))
        .containsExactly(at("2026-11-23T06:30"), at("2026-11-25T06:30"));
  }

  @Test
  void a_moved_class_and_the_31st_and_a_tour_are_understood() throws IOException {
    List<TimetableDraft> drafts = riverside().drafts();
    TimetableDraft spin = drafts.get(4);
    assertThat(((Repeating) spin.when()).changed())
        .hasSize(1)
        .hasEntrySatisfying(
            at("2026-11-09T18:00"),
            changed -> {
              assertThat(changed.start()).isEqualTo(at("2026-11-09T19:00"));
              assertThat(changed.duration()).isEqualTo(Duration.ofHours(1));
              assertThat(changed.facts().title()).isEqualTo("Spin 60 (later today)");
              assertThat(changed.facts().trainer()).contains("Grace Kim");
            });
    assertThat(series(drafts.get(11)).starts(at("2026-10-01T00:00"), UNTIL))
        .containsExactly(
            at("2026-10-31T09:00"),
            at("2026-12-31T09:00"),
            at("2027-01-31T09:00"),
            at("2027-03-31T09:00"),
            at("2027-05-31T09:00"));
    TimetableDraft tour = drafts.get(12);
    assertThat(tour.when())
        .isEqualTo(new Once(at("2026-12-02T10:00"), NEW_YORK, Duration.ofMinutes(30)));
    assertThat(tour.facts().kind()).isEqualTo(KindGuess.TOUR);
    assertThat(tour.facts().leadSource()).contains("walk-in");
  }

  @Test
  void reading_twice_gives_the_same_so_that_a_second_import_updates() throws IOException {
    assertThat(riverside()).isEqualTo(riverside());
    String without = event("DTSTART:20261005T180000", "DTEND:20261005T190000", "SUMMARY:Spin");
    assertThat(read(without).drafts().get(0).uid())
        .startsWith("made:")
        .isEqualTo(read(without).drafts().get(0).uid());
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, Europe/Berlin",
    "Eastern Standard Time, America/New_York",
    "W. Europe Standard Time, Europe/Berlin",
    "US Eastern Standard Time, America/Indiana/Indianapolis",
    "/freeassociation.sourceforge.net/America/Sao_Paulo, America/Sao_Paulo",
    "/mozilla.org/20050126_1/Australia/Lord_Howe, Australia/Lord_Howe",
  })
  void zones_are_known_by_the_names_that_programs_give_them(String name, String zone)
      throws IOException {
    Read read =
        read(
            event(
                "UID:1",
                "DTSTART;TZID=\"" + name + "\":20261005T180000",
                "DTEND;TZID=\"" + name + "\":20261005T190000"));
    assertThat(read.problems()).isEmpty();
    ZoneId expected = ZoneId.of(zone);
    ZoneId found = ((Once) read.drafts().get(0).when()).zone();
    assertThat(found.getRules()).isEqualTo(expected.getRules());
  }

  @Test
  void every_zone_of_windows_is_one_that_java_knows() {
    assertThat(WindowsZones.all().values()).allSatisfy(zone -> ZoneId.of(zone));
  }

  @Test
  void a_zone_of_an_unknown_name_with_the_gyms_offsets_is_the_gyms() throws IOException {
    String zone =
        lines(
            "BEGIN:VTIMEZONE",
            "TZID:Our Zone",
            "BEGIN:DAYLIGHT",
            "TZOFFSETTO:-0400",
            "END:DAYLIGHT",
            "BEGIN:STANDARD",
            "TZOFFSETTO:-0500",
            "END:STANDARD",
            "END:VTIMEZONE");
    String event =
        event("UID:1", "DTSTART;TZID=Our Zone:20261005T180000", "DURATION:PT1H", "SUMMARY:Spin");
    assertThat(((Once) read(zone + event).drafts().get(0).when()).zone()).isEqualTo(NEW_YORK);
    assertThat(read(event).problems())
        .extracting(ComponentProblem::reason, ComponentProblem::what, ComponentProblem::title)
        .containsExactly(tuple(Reason.UNKNOWN_ZONE, "Our Zone", "Spin"));
  }

  @Test
  void added_dates_cancelled_occurrences_and_a_start_beside_its_rule_are_kept() throws IOException {
    Read read =
        read(
            event(
                    "UID:1",
                    "DTSTART:20261005T180000",
                    "DTEND:20261005T190000",
                    "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=4",
                    "RDATE:20261010T100000,20261011T100000")
                + event(
                    "UID:1",
                    "RECURRENCE-ID:20261013T180000",
                    "STATUS:CANCELLED",
                    "DTSTART:20261013T180000"));
    assertThat(read.problems()).isEmpty();
    assertThat(series(read.drafts().get(0)).starts(at("2026-10-01T00:00"), UNTIL))
        .containsExactly(
            at("2026-10-05T18:00"),
            at("2026-10-06T18:00"),
            at("2026-10-10T10:00"),
            at("2026-10-11T10:00"),
            at("2026-10-20T18:00"));
  }

  @Test
  void folded_lines_escaped_letters_and_alarms_do_not_disturb() throws IOException {
    Read read =
        read(
            event(
                "UID:1",
                "DTSTART:20261005T180000",
                "DURATION:PT45M",
                "SUMMARY:Yoga\\, slow\\; ",
                " and easy",
                "DESCRIPTION:Bring a mat\\nInstructor: Hana Nov",
                "\ták\\nPlazas: 12",
                "BEGIN:VALARM",
                "SUMMARY:Not the title",
                "TRIGGER:-PT15M",
                "END:VALARM",
                "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD".repeat(50_000),
                "LOCATION:https://meet.example/yoga",
                "CATEGORIES:FITNESS,PERSONAL TRAINING"));
    assertThat(read.problems()).isEmpty();
    DraftFacts facts = read.drafts().get(0).facts();
    assertThat(facts.title()).isEqualTo("Yoga, slow; and easy");
    assertThat(facts.trainer()).contains("Hana Novák");
    assertThat(facts.capacity()).hasValue(12);
    assertThat(facts.description()).isEqualTo("Bring a mat");
    assertThat(facts.room()).isEmpty();
    assertThat(facts.link().orElseThrow().getHost()).isEqualTo("meet.example");
    assertThat(facts.kind()).isEqualTo(KindGuess.PERSONAL_TRAINING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUMMARY:Spin | NO_START | ''",
        "DTSTART:20261005T180000 | NO_END | ''",
        "DTSTART;VALUE=DATE:20261005 | ALL_DAY | 2026-10-05",
        "DTSTART:20261305T180000~DURATION:PT1H | UNREADABLE_TIME | 20261305T180000",
        "DTSTART:20261005T180030~DURATION:PT1H | UNREADABLE_TIME | 20261005T180030",
        "DTSTART:20261005T180000~DURATION:1 hour | UNREADABLE_TIME | 1 hour",
        "DTSTART:20261005T180000~DURATION:PT1M | LENGTH | ''",
        "DTSTART:20261005T180000~DTEND:20261005T170000 | LENGTH | ''",
        "DTSTART:20261005T180000~DTEND:20261009T170000 | LENGTH | ''",
        "DTSTART:20261005T180000~DURATION:PT1H~RRULE:FREQ=SECONDLY | RULE | SECONDLY",
        "DTSTART:20261005T180000~DURATION:PT1H~RRULE:FREQ=DAILY;COUNT=1000000000 | RULE"
            + " | 1000000000",
        "DTSTART:20261005T180000~DURATION:PT1H~RRULE:FREQ=DAILY;UNTIL=20200101 | RULE"
            + " | 2020-01-01",
        "DTSTART:20261005T180000~DURATION:PT1H~EXRULE:FREQ=DAILY | NOT_SUPPORTED | EXRULE",
        "DTSTART:20261005T180000~DURATION:PT1H~this is no line | UNREADABLE_LINE | ''",
        "DTSTART:20261005T180000~DURATION:PT1H~RECURRENCE-ID:20261005T180000"
            + " | CHANGE_WITHOUT_SERIES | 20261005T180000",
      })
  void one_event_that_cannot_be_taken_says_why_and_spoils_no_other(
      String lines, Reason reason, String what) throws IOException {
    String good = event("UID:good", "DTSTART:20261005T180000", "DURATION:PT1H");
    String bad = event(("UID:bad~" + lines).split("~", -1));
    Read read = read(good + bad);
    assertThat(read.drafts()).extracting(TimetableDraft::uid).containsExactly("good");
    assertThat(read.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.reason()).isEqualTo(reason);
              assertThat(problem.what()).isEqualTo(what);
              assertThat(problem.line()).isEqualTo(8);
              assertThat(problem.rule().isPresent()).isEqualTo(reason == Reason.RULE);
            });
  }

  @Test
  void of_two_events_under_one_identifier_the_newer_is_taken() throws IOException {
    Read read =
        read(
            event("UID:1", "SEQUENCE:2", "DTSTART:20261005T180000", "DURATION:PT1H", "SUMMARY:New")
                + event("UID:1", "SEQUENCE:1", "DTSTART:20261005T180000", "SUMMARY:Old"));
    assertThat(read.drafts()).extracting(draft -> draft.facts().title()).containsExactly("New");
    assertThat(read.problems()).extracting(ComponentProblem::reason).containsExactly(Reason.DOUBLE);
  }

  @Test
  void a_change_to_an_occurrence_that_is_none_is_told() throws IOException {
    Read read =
        read(
            event("UID:1", "DTSTART:20261005T180000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=MO")
                + event(
                    "UID:1",
                    "RECURRENCE-ID:20261006T180000",
                    "DTSTART:20261006T190000",
                    "DURATION:PT1H"));
    assertThat(read.drafts()).hasSize(1);
    assertThat(read.problems())
        .extracting(ComponentProblem::reason)
        .containsExactly(Reason.CHANGE_WITHOUT_OCCURRENCE);
  }

  private static SeriesTimes series(TimetableDraft draft) {
    return ((Repeating) draft.when()).times();
  }

  private static Read riverside() throws IOException {
    try (InputStream file =
        TimetableReaderTest.class.getResourceAsStream("timetable-riverside.ics")) {
      assertThat(file).isNotNull();
      return (Read) TimetableReader.read(file, NEW_YORK);
    }
  }

  private static Read read(String components) throws IOException {
    String file = lines("BEGIN:VCALENDAR", "VERSION:2.0") + components + lines("END:VCALENDAR");
    return (Read)
        TimetableReader.read(
            new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), NEW_YORK);
  }

  private static String event(String... lines) {
    return lines("BEGIN:VEVENT") + lines(lines) + lines("END:VEVENT");
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  private static LocalDateTime at(String text) {
    return LocalDateTime.parse(text);
  }
}
