package com.tryzore.crm.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.ical.TimetableDraft;
import com.tryzore.crm.schedule.ical.TimetableReader;
import com.tryzore.crm.schedule.ical.TimetableReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Timetables from files, for the first time and again. */
@SpringBootTest
class TimetableImportsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

  @Autowired private TimetableImports imports;
  @Autowired private SeriesPlans plans;
  @Autowired private Bookings bookings;
  @Autowired private Rooms rooms;
  @Autowired private Events events;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private final LocalDateTime tomorrow = LocalDate.now(BERLIN).plusDays(1).atTime(18, 0);
  private ScheduleGym gym;
  private Binding desk;

  @BeforeEach
  void a_gym() {
    gym = ScheduleGym.open("Imported");
    desk = bind(gym.gym().person("Sam Staff", Tier.STAFF));
  }

  private Binding bind(TestGym.Person person) {
    return gate.open(person.id(), gym.gym().slug(), Instant.now());
  }

  private <T> T at(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }

  private static List<TimetableDraft> drafts(InputStream file) {
    try (file) {
      return ((TimetableReading.Read) TimetableReader.read(file, BERLIN)).drafts();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static List<TimetableDraft> riverside() {
    return drafts(
        Objects.requireNonNull(
            TimetableReader.class.getResourceAsStream("timetable-riverside.ics")));
  }

  /** A daily class from tomorrow at six. */
  private List<TimetableDraft> spin(LocalDateTime start, String... more) {
    String file =
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "BEGIN:VEVENT",
            "UID:spin@example.test",
            "DTSTART;TZID=Europe/Berlin:" + BASIC.format(start),
            "DTEND;TZID=Europe/Berlin:" + BASIC.format(start.plusHours(1)),
            "RRULE:FREQ=DAILY;COUNT=20",
            String.join("\r\n", more),
            "END:VEVENT",
            "END:VCALENDAR",
            "");
    return drafts(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }

  private TimetableImport taken(List<TimetableDraft> drafts) {
    return imports
        .apply("timetable.ics", drafts, imports.suggested(drafts), ImportWatch.UNWATCHED)
        .orElseThrow();
  }

  private List<ImportLine> apply(List<TimetableDraft> drafts) {
    return at(desk, () -> imports.lines(taken(drafts).id()));
  }

  private long count(String table) {
    return Objects.requireNonNull(
        gym.gym()
            .value(
                Long.class,
                "select count(*) from %s where organization_id = ?".formatted(table),
                gym.gym().id().value()));
  }

  private List<EventRecord> sessions() {
    UUID series =
        Objects.requireNonNull(
            gym.gym()
                .value(
                    UUID.class,
                    "select id from event_series where organization_id = ? and source_uid ="
                        + " 'spin@example.test'",
                    gym.gym().id().value()));
    return at(
        desk,
        () ->
            plans.sessions(
                new SeriesId(series), tomorrow.toLocalDate(), tomorrow.toLocalDate().plusDays(60)));
  }

  @Test
  void the_timetable_of_riverside_is_tried_taken_and_not_doubled() {
    TestGym.Person ana = gym.gym().person("Ana Silva", Tier.TRAINER);
    List<TimetableDraft> drafts = riverside();
    ImportMapping mapping = at(desk, () -> imports.suggested(drafts));
    assertThat(mapping.trainers()).isEqualTo(Map.of("Ana Silva", ana.id()));
    assertThat(mapping.rooms())
        .containsOnlyKeys("Studio A", "Studio B", "Spin Room", "Floor", "Pool", "Front desk")
        .allSatisfy(
            (name, meaning) ->
                assertThat(meaning).isInstanceOf(ImportMapping.RoomMeaning.Create.class));

    List<ImportLine> tried = at(desk, () -> imports.dryRun(drafts, mapping, ImportWatch.UNWATCHED));
    assertThat(tried).hasSize(13).allMatch(line -> line.state() == ImportLine.State.NEW);
    assertThat(count("events") + count("event_series") + count("rooms")).isZero();

    TimetableImport done =
        at(desk, () -> imports.apply("riverside.ics", drafts, mapping, ImportWatch.UNWATCHED))
            .orElseThrow();
    assertThat(at(desk, () -> imports.lines(done.id()))).isEqualTo(tried);
    assertThat(done.count(ImportLine.State.NEW)).isEqualTo(13);
    assertThat(count("event_series")).isEqualTo(12);
    assertThat(count("rooms")).isEqualTo(6);
    assertThat(count("events"))
        .isEqualTo(tried.stream().mapToLong(ImportLine::sessions).sum())
        .isPositive();
    assertThat(
            gym.gym()
                .value(
                    Long.class,
                    "select count(*) from events where organization_id = ? and title = 'Sunrise"
                        + " Yoga' and trainer_id = ? and capacity = 18 and extract(hour from"
                        + " starts_at at time zone 'America/New_York') <> 6",
                    gym.gym().id().value(),
                    ana.id().value()))
        .isZero();

    long rows = count("events");
    List<TimetableDraft> again = riverside();
    assertThat(apply(again))
        .hasSize(13)
        .allMatch(line -> line.state() == ImportLine.State.UNCHANGED);
    assertThat(count("events")).isEqualTo(rows);
    assertThat(count("rooms")).isEqualTo(6);
  }

  @Test
  void another_file_of_the_same_series_updates_it_and_bookings_stay() {
    apply(spin(tomorrow, "SUMMARY:Spin", "LOCATION:Hall"));
    List<EventRecord> before = sessions();
    assertThat(before).hasSize(20);
    ClientId ann = gym.member("Ann");
    EventRecord third = before.get(2);
    at(desk, () -> bookings.book(third.id(), ann));

    List<ImportLine> lines = apply(spin(tomorrow.plusMinutes(30), "SUMMARY:Ride", "LOCATION:Hall"));

    assertThat(lines)
        .singleElement()
        .satisfies(line -> assertThat(line.state()).isEqualTo(ImportLine.State.UPDATED));
    assertThat(sessions())
        .hasSize(20)
        .allSatisfy(
            it -> {
              assertThat(it.facts().title()).isEqualTo("Ride");
              assertThat(it.facts().room()).isNotNull();
              assertThat(it.startsAt().atZone(BERLIN).getMinute()).isEqualTo(30);
            })
        .extracting(EventRecord::id)
        .containsExactlyElementsOf(before.stream().map(EventRecord::id).toList());
    assertThat(gym.places(third.id())).containsExactly("Ann booked");
    assertThat(count("events")).isEqualTo(20);
    assertThat(apply(spin(tomorrow.plusMinutes(30), "SUMMARY:Ride", "LOCATION:Hall")))
        .allMatch(line -> line.state() == ImportLine.State.UNCHANGED);
  }

  @Test
  void dates_left_out_go_and_come_back_and_nobody_loses_a_place_by_a_file() {
    apply(spin(tomorrow, "SUMMARY:Spin"));
    EventRecord second = sessions().get(1);
    String out = "EXDATE;TZID=Europe/Berlin:" + BASIC.format(tomorrow.plusDays(1));
    apply(spin(tomorrow, "SUMMARY:Spin", out));
    assertThat(sessions()).hasSize(19);
    apply(spin(tomorrow, "SUMMARY:Spin"));
    assertThat(sessions()).hasSize(20);
    assertThat(sessions().get(1).id()).isEqualTo(second.id());
    ClientId ann = gym.member("Ann");
    at(desk, () -> bookings.book(second.id(), ann));
    assertThat(apply(spin(tomorrow, "SUMMARY:Spin", out)))
        .singleElement()
        .satisfies(line -> assertThat(line.problem()).contains(ImportLine.Problem.HAS_PLACES));
    assertThat(gym.places(second.id())).containsExactly("Ann booked");
    assertThat(apply(spin(tomorrow, "SUMMARY:Spin", "STATUS:CANCELLED")))
        .singleElement()
        .satisfies(line -> assertThat(line.problem()).contains(ImportLine.Problem.HAS_PLACES));
  }

  @Test
  void what_was_changed_here_survives_the_same_file() {
    apply(spin(tomorrow, "SUMMARY:Spin"));
    EventRecord second = sessions().get(1);
    at(
        desk,
        () ->
            events.change(
                second.id(), second.version(), second.facts().named("Special"), null, false));
    apply(spin(tomorrow, "SUMMARY:Spin"));
    assertThat(sessions().get(1).facts().title()).isEqualTo("Special");
    apply(spin(tomorrow, "SUMMARY:Ride"));
    assertThat(sessions())
        .extracting(it -> it.facts().title())
        .containsOnlyOnce("Special")
        .contains("Ride")
        .doesNotContain("Spin");
  }

  @Test
  void a_trainer_imports_nothing() {
    Binding trainer = bind(gym.gym().person("Tara Trainer", Tier.TRAINER));
    List<TimetableDraft> drafts = spin(tomorrow, "SUMMARY:Spin", "LOCATION:Hall");
    assertThatThrownBy(
            () ->
                at(
                    trainer,
                    () ->
                        imports.apply(
                            "x.ics",
                            drafts,
                            new ImportMapping(Map.of(), Map.of()),
                            ImportWatch.UNWATCHED)))
        .isInstanceOf(NotAllowedException.class);
    assertThat(count("events") + count("rooms")).isZero();
    assertThat(at(desk, () -> rooms.list())).isEmpty();
  }

  private TimetableImport.TakingBack undo(TimetableImport done) {
    return at(desk, () -> imports.undo(done.id()));
  }

  @Test
  void an_import_goes_as_a_whole_past_dates_and_rooms_too_and_can_be_done_again() {
    TimetableImport done = at(desk, () -> taken(riverside()));
    assertThat(
            gym.gym()
                .value(
                    Long.class,
                    "select count(*) from events where organization_id = ? and starts_at < now()",
                    gym.gym().id().value()))
        .isPositive();
    assertThat(undo(done)).isInstanceOf(TimetableImport.TakingBack.Done.class);
    assertThat(count("events")).isZero();
    assertThat(at(desk, () -> rooms.list())).hasSize(6).allMatch(Room::archived);
    assertThat(undo(done)).isInstanceOf(TimetableImport.TakingBack.Over.class);
    assertThat(at(desk, () -> imports.find(done.id())).orElseThrow().undone()).isPresent();

    TimetableImport again = at(desk, () -> taken(riverside()));
    assertThat(again.count(ImportLine.State.NEW)).isEqualTo(13);
    assertThat(again.sessions()).isEqualTo(done.sessions());
    assertThat(at(desk, () -> rooms.list())).hasSize(6).noneMatch(Room::archived);
  }

  @Test
  void an_update_goes_back_to_what_was_there_with_its_bookings() {
    apply(spin(tomorrow, "SUMMARY:Spin", "LOCATION:Hall"));
    List<EventRecord> before = sessions();
    ClientId ann = gym.member("Ann");
    at(desk, () -> bookings.book(before.get(2).id(), ann));
    String out = "EXDATE;TZID=Europe/Berlin:" + BASIC.format(tomorrow.plusDays(4).plusMinutes(30));
    TimetableImport second =
        at(desk, () -> taken(spin(tomorrow.plusMinutes(30), "SUMMARY:Ride", out)));
    assertThat(second.count(ImportLine.State.UPDATED)).isEqualTo(1);
    assertThat(sessions()).hasSize(19);

    assertThat(undo(second)).isInstanceOf(TimetableImport.TakingBack.Done.class);

    assertThat(sessions())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(withBooking(before));
    assertThat(gym.places(before.get(2).id())).containsExactly("Ann booked");
    assertThat(apply(spin(tomorrow, "SUMMARY:Spin", "LOCATION:Hall")))
        .allMatch(line -> line.state() == ImportLine.State.UNCHANGED);
    assertThat(sessions()).hasSize(20);
  }

  private List<EventRecord> withBooking(List<EventRecord> before) {
    return before.stream().map(row -> at(desk, () -> events.find(row.id())).orElseThrow()).toList();
  }

  @Test
  void a_place_in_what_an_import_made_keeps_it_and_is_named() {
    TimetableImport done = at(desk, () -> taken(spin(tomorrow, "SUMMARY:Spin")));
    EventRecord third = sessions().get(2);
    ClientId ann = gym.member("Ann");
    at(desk, () -> bookings.book(third.id(), ann));
    TimetableImport.TakingBack refused =
        new TimetableImport.TakingBack.Refused(
            List.of(
                new TimetableImport.Obstacle(
                    third.id(), "Spin", third.startsAt(), TimetableImport.Obstacle.Why.BOOKED, 1)));
    assertThat(undo(done)).isEqualTo(refused);
    assertThat(sessions()).hasSize(20);
  }

  @Test
  void what_somebody_has_changed_since_keeps_the_import_and_is_named() {
    TimetableImport done = at(desk, () -> taken(spin(tomorrow, "SUMMARY:Spin")));
    EventRecord second = sessions().get(1);
    at(
        desk,
        () ->
            events.change(
                second.id(), second.version(), second.facts().named("Special"), null, false));
    assertThat(undo(done))
        .isInstanceOfSatisfying(
            TimetableImport.TakingBack.Refused.class,
            refused ->
                assertThat(refused.obstacles())
                    .extracting(TimetableImport.Obstacle::title, TimetableImport.Obstacle::why)
                    .containsExactly(tuple("Special", TimetableImport.Obstacle.Why.CHANGED)));
    assertThat(sessions()).hasSize(20);
  }

  @Test
  void a_single_event_is_updated_and_goes_back() {
    at(desk, () -> taken(once("18")));
    TimetableImport second = at(desk, () -> taken(once("20")));
    assertThat(second.count(ImportLine.State.UPDATED)).isEqualTo(1);
    assertThat(undo(second)).isInstanceOf(TimetableImport.TakingBack.Done.class);
    assertThat(at(desk, () -> taken(once("18"))).count(ImportLine.State.UNCHANGED)).isEqualTo(1);
    assertThat(count("events")).isEqualTo(1);
  }

  private List<TimetableDraft> once(String hour) {
    String day = tomorrow.format(DateTimeFormatter.BASIC_ISO_DATE);
    String file =
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "BEGIN:VEVENT",
            "UID:tour@example.test",
            "SUMMARY:Tour for Ann",
            "DTSTART;TZID=Europe/Berlin:" + day + "T" + hour + "0000",
            "DTEND;TZID=Europe/Berlin:" + day + "T" + hour + "3000",
            "END:VEVENT",
            "END:VCALENDAR",
            "");
    return drafts(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void an_import_that_is_stopped_leaves_nothing() {
    List<TimetableDraft> drafts = riverside();
    ImportMapping mapping = at(desk, () -> imports.suggested(drafts));
    assertThatThrownBy(
            () ->
                at(desk, () -> imports.apply("x.ics", drafts, mapping, (done, total) -> done < 5)))
        .isInstanceOf(CancellationException.class);
    assertThat(count("events") + count("rooms") + count("timetable_imports")).isZero();
  }

  @Test
  void another_gym_neither_sees_nor_takes_back_an_import() {
    TimetableImport done = at(desk, () -> taken(spin(tomorrow, "SUMMARY:Spin")));
    TestGym other = ScheduleGym.open("Other").gym();
    Binding rival =
        gate.open(other.person("Rita Rival", Tier.OWNER).id(), other.slug(), Instant.now());
    assertThat(at(rival, () -> imports.find(done.id()))).isEmpty();
    assertThat(at(rival, () -> imports.recent(10))).isEmpty();
    assertThat(at(rival, () -> imports.undo(done.id())))
        .isInstanceOf(TimetableImport.TakingBack.Over.class);
    assertThat(sessions()).hasSize(20);
  }
}
