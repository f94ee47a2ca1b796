package com.tryzore.crm.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.tags.TagId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the calendar is told, by tier and gym, and how the database finds it. */
@SpringBootTest(properties = "zore.data=target")
class CalendarTest {

  private static final Instant MONDAY = Instant.parse("2031-03-03T00:00:00Z");
  private static final Instant WEEK_AFTER = MONDAY.plus(Duration.ofDays(7));
  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired private Calendar calendar;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;
  @Autowired private JdbcClient sql;
  @Autowired private PlatformTransactionManager transactions;

  private final ScheduleGym river = ScheduleGym.open("River");
  private final ScheduleGym hill = ScheduleGym.open("Hill");
  private final TestGym.Person nora = river.gym().person("Nora Feld", Tier.TRAINER);
  private Binding desk;

  @BeforeEach
  void the_desk_is_open() {
    desk = opened(river, river.gym().person("Dana Desk", Tier.STAFF));
  }

  @Test
  void a_week_is_told_by_start_with_those_under_way_at_its_beginning() {
    river.event("Over before", MONDAY.minus(HOUR), HOUR, 10, null);
    EventId night = river.event("Night shift", MONDAY.minus(HOUR), HOUR.multipliedBy(2), 10, null);
    EventId first = river.event("First", MONDAY.plus(HOUR.multipliedBy(5)), HOUR, 10, nora);
    EventId last = river.event("Last", WEEK_AFTER.minus(HOUR), HOUR, null, null);
    river.event("Next week", WEEK_AFTER, HOUR, 10, null);
    hill.event("Elsewhere", MONDAY.plus(HOUR), HOUR, 10, null);
    List<CalendarEvent> week = week(desk, CalendarFilter.NONE);
    assertThat(week).extracting(CalendarEvent::id).containsExactly(night, first, last);
    assertThat(week.get(1).trainer()).isEqualTo("Nora Feld");
    assertThat(week.get(2).capacity()).isNull();
  }

  @Test
  void a_trainer_sees_the_whole_timetable_of_their_gym_and_nothing_of_another() {
    EventId event = river.event("Yoga", MONDAY, HOUR, 10, null);
    hill.event("Elsewhere", MONDAY, HOUR, 10, null);
    Binding trainer = opened(river, nora);
    assertThat(week(trainer, CalendarFilter.NONE))
        .extracting(CalendarEvent::id)
        .containsExactly(event);
    assertThat(as(trainer, () -> calendar.find(event))).isPresent();
  }

  @Test
  void an_event_of_another_gym_is_as_unknown_as_one_that_never_was() {
    EventId other = hill.event("Elsewhere", MONDAY, HOUR, 10, null);
    assertThat(as(desk, () -> calendar.find(other))).isEmpty();
    assertThat(as(desk, () -> calendar.find(new EventId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  void a_trainer_in_two_places_at_once_is_marked_on_both_unless_one_is_cancelled() {
    EventId one = river.event("One", MONDAY, HOUR, 10, nora);
    EventId two = river.event("Two", MONDAY.plus(Duration.ofMinutes(59)), HOUR, 10, nora);
    EventId after = river.event("After", MONDAY.plus(HOUR.multipliedBy(3)), HOUR, 10, nora);
    assertThat(marked()).containsExactlyInAnyOrder(one, two).doesNotContain(after);
    river.set(two, "status", "cancelled");
    assertThat(marked()).isEmpty();
  }

  @Test
  void what_follows_without_a_pause_is_no_clash() {
    river.event("One", MONDAY, HOUR, 10, nora);
    river.event("Two", MONDAY.plus(HOUR), HOUR, 10, nora);
    assertThat(marked()).isEmpty();
  }

  @Test
  void filters_meet_by_trainer_kind_room_and_tag() {
    EventId yoga = river.event("Yoga", MONDAY, HOUR, 10, nora);
    EventId tour = river.event("Tour", MONDAY.plus(HOUR), HOUR, 1, null);
    river.set(tour, "kind", "tour");
    UUID room =
        Objects.requireNonNull(
            river
                .gym()
                .value(
                    UUID.class,
                    "insert into rooms (organization_id, name) values (?, 'Studio') returning id",
                    river.gym().id().value()));
    river.set(yoga, "room_id", room);
    UUID tag =
        Objects.requireNonNull(
            river
                .gym()
                .value(
                    UUID.class,
                    "insert into tags (organization_id, type, name) values (?, 'custom', 'Calm')"
                        + " returning id",
                    river.gym().id().value()));
    river
        .gym()
        .execute(
            "insert into taggables (organization_id, tag_id, subject_type, subject_id, tagged_by)"
                + " values (?, ?, 'events', ?, ?)",
            river.gym().id().value(),
            tag,
            yoga.value(),
            nora.id().value());
    assertThat(found(Set.of(room), Set.of(), Set.of())).containsExactly(yoga);
    assertThat(found(Set.of(), Set.of(EventKind.TOUR), Set.of())).containsExactly(tour);
    assertThat(found(Set.of(), Set.of(), Set.of(new TagId(tag)))).containsExactly(yoga);
    assertThat(found(Set.of(room), Set.of(EventKind.TOUR), Set.of())).isEmpty();
    assertThat(week(desk, new CalendarFilter(Set.of(), Set.of(nora.id()), Set.of(), Set.of())))
        .extracting(CalendarEvent::id)
        .containsExactly(yoga);
    assertThat(as(desk, calendar::rooms)).containsExactly(new CalendarChoice(room, "Studio"));
    assertThat(as(desk, calendar::trainers))
        .containsExactly(new CalendarChoice(nora.id().value(), "Nora Feld"));
    CalendarDetail detail = as(desk, () -> calendar.find(yoga)).orElseThrow();
    assertThat(detail.tags()).containsExactly("Calm");
    assertThat(detail.event().where()).isEqualTo("Studio");
  }

  @Test
  void the_next_start_is_found_beyond_the_days_shown() {
    river.event("Far", WEEK_AFTER.plus(Duration.ofDays(40)), HOUR, 10, null);
    assertThat(as(desk, () -> calendar.nextStart(WEEK_AFTER, CalendarFilter.NONE)))
        .contains(WEEK_AFTER.plus(Duration.ofDays(40)));
    assertThat(
            as(
                desk,
                () ->
                    calendar.nextStart(WEEK_AFTER.plus(Duration.ofDays(41)), CalendarFilter.NONE)))
        .isEmpty();
  }

  @Test
  void a_week_of_five_hundred_among_fifty_thousand_is_read_from_the_index_within_300_ms() {
    for (String table : List.of("river", "hill")) {
      TestGym gym = table.equals("river") ? river.gym() : hill.gym();
      gym.execute(
          """
          insert into events (organization_id, kind, title, starts_at, ends_at, capacity, trainer_id)
          select ?, 'class', 'Class ' || n, t.at, t.at + interval '45 minutes', 20, ?
            from generate_series(0, 24999) as n,
                 lateral (select timestamptz '2030-09-01' + n * interval '20 minutes 9.6 seconds' as at) t
          """,
          gym.id().value(),
          table.equals("river") ? nora.id().value() : null);
    }
    river.gym().execute("analyze events");
    assertThat(week(desk, CalendarFilter.NONE)).hasSizeBetween(495, 505);
    List<Long> took = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      long begun = System.nanoTime();
      week(desk, CalendarFilter.NONE);
      took.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }
    assertThat(took.stream().sorted().toList().get(2)).as("median of %s", took).isLessThan(300);
    String plan = plan();
    assertThat(plan)
        .contains("events_week_idx")
        .contains("events_trainer_idx")
        .doesNotContain("Seq Scan on events");
  }

  private String plan() {
    return as(
        desk,
        () ->
            Objects.requireNonNull(
                new TransactionTemplate(transactions)
                    .execute(
                        begun -> {
                          CalendarStatement statement =
                              CalendarStatement.between(
                                  desk, MONDAY, WEEK_AFTER, CalendarFilter.NONE);
                          return String.join(
                              "\n",
                              sql.sql("explain " + statement.text())
                                  .params(statement.parameters())
                                  .query(String.class)
                                  .list());
                        })));
  }

  private List<EventId> marked() {
    return week(desk, CalendarFilter.NONE).stream()
        .filter(CalendarEvent::trainerElsewhere)
        .map(CalendarEvent::id)
        .toList();
  }

  private List<EventId> found(Set<UUID> rooms, Set<EventKind> kinds, Set<TagId> tags) {
    return week(desk, new CalendarFilter(rooms, Set.of(), kinds, tags)).stream()
        .map(CalendarEvent::id)
        .toList();
  }

  private List<CalendarEvent> week(Binding who, CalendarFilter filter) {
    return as(who, () -> calendar.between(MONDAY, WEEK_AFTER, filter));
  }

  private Binding opened(ScheduleGym gym, TestGym.Person person) {
    return gate.open(person.id(), gym.gym().slug(), Instant.now());
  }

  private <T> T as(Binding who, Supplier<T> work) {
    return bindings.callAs(who, work::get);
  }
}
