package com.tryzore.crm.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.CalendarFilter;
import com.tryzore.crm.schedule.Despite;
import com.tryzore.crm.schedule.EventFacts;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.EventKind;
import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.NewSeries;
import com.tryzore.crm.schedule.RoomId;
import com.tryzore.crm.schedule.RoomSaving;
import com.tryzore.crm.schedule.Rosters;
import com.tryzore.crm.schedule.ScheduleGym;
import com.tryzore.crm.schedule.SeriesId;
import com.tryzore.crm.schedule.SeriesSaving;
import com.tryzore.crm.schedule.edits.Change;
import com.tryzore.crm.schedule.edits.Scope;
import com.tryzore.crm.schedule.recurrence.Pattern;
import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.tags.SubjectType;
import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.TagId;
import com.tryzore.crm.tags.Tags;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** Series on screen: how much of one is changed, when it repeats, who teaches instead. */
@SpringBootTest(properties = "zore.data=target")
class SeriesDialogsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired ApplicationContext context;
  @Autowired SeriesDialogs kit;
  @Autowired EventForms forms;
  @Autowired EventDialogs dialogs;
  @Autowired Tags tags;
  @Autowired Bindings bindings;
  @Autowired Rosters rosters;
  @Autowired Gate gate;

  private final LocalDateTime first =
      LocalDate.now(BERLIN).with(TemporalAdjusters.next(DayOfWeek.MONDAY)).atTime(18, 0);
  private final ScheduleGym gym = ScheduleGym.open("Scoped");
  private TestTabs tabs;
  private BrowserlessUIContext tab;
  private EventWords words;
  private SeriesId series;

  @BeforeEach
  void a_desk_with_a_series_on_mondays() {
    tabs = TestTabs.of(context);
    tab = tabs.signedIn(gym.gym().person("Dana Desk", Tier.STAFF));
    tab.navigate(CalendarAddress.of(gym.gym().slug()), CalendarView.class);
    words = EventWords.of(Locale.ENGLISH, bindings.required());
    series = made("Spin", first, 10);
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  private SeriesId made(String title, LocalDateTime start, int seats) {
    return ((SeriesSaving.Made)
            kit.plans()
                .create(
                    new NewSeries(
                        EventFacts.of(EventKind.CLASS, title).seats(seats),
                        start,
                        HOUR,
                        Recurrence.of(Pattern.Weekly.on(start.getDayOfWeek()))),
                    Despite.NOTHING))
        .series();
  }

  private List<EventRecord> sessions(SeriesId of) {
    return kit.plans().sessions(of, first.toLocalDate(), first.toLocalDate().plusYears(1));
  }

  private EventRecord session(int at) {
    return sessions(series).get(at);
  }

  private ScopeDialog asked(EventRecord event, Change change) {
    kit.change(event, change, null, words, () -> {});
    return tab.find(ScopeDialog.class).single();
  }

  private Change later(EventRecord event) {
    return new Change.Move(Objects.requireNonNull(event.originalStart()).plusHours(1), HOUR);
  }

  @Test
  void each_choice_says_what_it_comes_to_before_anything_is_written() {
    int all = sessions(series).size();
    EventRecord third = session(2);
    kit.bookings().book(third.id(), gym.member("Ann"));
    asked(third, later(third));
    assertThat(text(ScopeDialog.class))
        .contains("Only this session", "one session moves · one place booked · one person is told")
        .contains((all - 2) + " sessions move", all + " sessions move")
        .contains("stays as it was");
    assertThat(sessions(series)).allMatch(it -> hour(it) == 18);
  }

  @Test
  void this_and_following_is_made_and_undone_from_the_toast() {
    EventRecord third = session(2);
    ScopeDialog dialog = asked(third, later(third));
    scope().setValue(Scope.THIS_AND_FOLLOWING);
    dialog.save();
    assertThat(dialog.isOpened()).isFalse();
    assertThat(sessions(series)).hasSize(2).allMatch(it -> hour(it) == 18);
    assertThat(kit.events().find(third.id())).map(SeriesDialogsTest::hour).hasValue(19);
    undo();
    assertThat(sessions(series)).hasSizeGreaterThan(20).allMatch(it -> hour(it) == 18);
  }

  @Test
  void whoever_would_lose_a_place_is_named_and_decided_and_those_moved_come_back_by_undo() {
    EventRecord third = session(2);
    EventRecord second = session(1);
    ClientId ann = gym.member("Ann");
    ClientId bob = gym.member("Bob");
    kit.bookings().book(second.id(), ann);
    kit.bookings().book(second.id(), bob);
    ScopeDialog dialog = asked(second, new Change.Cancel());
    dialog.save();
    assertThat(dialog.isOpened()).as("nothing is decided yet").isTrue();
    assertThat(text(ScopeDialog.class)).contains("Ann Test", "Bob Test");
    assertThat(gym.places(second.id())).containsExactly("Ann booked", "Bob booked");

    PlaceRow row =
        tab.find(PlaceRow.class).all().stream()
            .filter(one -> one.place().name().startsWith("Ann"))
            .findFirst()
            .orElseThrow();
    choose(row, 1);
    EventId target = Objects.requireNonNull(row.target()).id();
    press("Give up all");
    dialog.save();
    assertThat(dialog.isOpened()).isFalse();
    assertThat(kit.events().find(second.id()))
        .hasValueSatisfying(it -> assertThat(it.cancelled()).isTrue());
    assertThat(gym.places(target)).containsExactly("Ann booked");
    assertThat(target).as("the nearest of the same name").isEqualTo(third.id());
    undo();
    assertThat(gym.places(target)).containsExactly("Ann cancelled");
    assertThat(gym.places(second.id()))
        .as("the place that was exchanged and the one that was given up")
        .contains("Bob booked")
        .anyMatch(place -> place.equals("Ann booked"));
    assertThat(sessions(series)).extracting(EventRecord::id).contains(second.id());
  }

  @Test
  void places_beyond_fewer_seats_are_named_and_kept_moved_or_given_up_and_come_back_by_undo() {
    EventRecord second = session(1);
    EventRecord third = session(2);
    for (String name : List.of("Ann", "Bob", "Cleo")) {
      kit.bookings().book(second.id(), gym.member(name));
    }
    kit.change(second, new Change.Facts(), second.facts().seats(1), words, () -> {});
    ScopeDialog dialog = tab.find(ScopeDialog.class).single();
    assertThat(text(ScopeDialog.class)).contains("3 booked, one place", "Ann Test", "Cleo Test");
    dialog.save();
    assertThat(dialog.isOpened()).as("what stays is decided").isTrue();
    List<PlaceRow> rows = tab.find(PlaceRow.class).all();
    assertThat(rows).allMatch(PlaceRow::isDecided).noneMatch(PlaceRow::isActedOn);
    choose(row("Bob"), 1);
    choose(row("Cleo"), 2);
    assertThat(Objects.requireNonNull(row("Cleo").target()).id()).isEqualTo(third.id());
    tab.find(Checkbox.class).all().stream()
        .filter(box -> box.getLabel().startsWith("Whoever stays"))
        .findFirst()
        .orElseThrow()
        .setValue(true);
    dialog.save();
    assertThat(dialog.isOpened()).isFalse();
    assertThat(gym.places(second.id()))
        .contains("Ann booked", "Bob cancelled")
        .doesNotContain("Cleo booked");
    assertThat(gym.places(third.id())).containsExactly("Cleo booked");
    assertThat(session(1).facts().capacity()).isEqualTo(1);
    undo();
    assertThat(gym.places(second.id())).contains("Ann booked", "Bob booked", "Cleo booked");
    assertThat(session(1).facts().capacity()).isEqualTo(10);
  }

  private PlaceRow row(String name) {
    return tab.find(PlaceRow.class).all().stream()
        .filter(one -> one.place().name().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void one_that_is_booked_while_the_question_is_open_is_shown_and_not_dropped() {
    EventRecord second = session(1);
    ScopeDialog dialog = asked(second, new Change.Cancel());
    kit.bookings().book(second.id(), gym.member("Late"));
    dialog.save();
    assertThat(dialog.isOpened()).isTrue();
    assertThat(text(ScopeDialog.class)).contains("booked meanwhile", "Late Test");
    assertThat(gym.places(second.id())).containsExactly("Late booked");
  }

  @Test
  void a_session_changed_by_itself_stays_unless_it_is_included() {
    EventRecord fourth = session(3);
    kit.events()
        .move(
            fourth.id(),
            fourth.version(),
            Objects.requireNonNull(fourth.originalStart()).plusHours(3),
            HOUR,
            null,
            false);
    ScopeDialog dialog = asked(session(0), later(session(0)));
    scope().setValue(Scope.ALL);
    Checkbox includes = tab.find(Checkbox.class).all().getFirst();
    assertThat(includes.getLabel()).contains("one session that was changed by itself");
    assertThat(text(ScopeDialog.class)).contains("one changed by itself stays");
    includes.setValue(true);
    dialog.save();
    assertThat(sessions(series)).allMatch(it -> hour(it) == 19);
  }

  @Test
  void a_trainer_who_is_elsewhere_is_told_and_has_to_be_decided() {
    TestGym.Person tara = gym.gym().person("Tara Trainer", Tier.TRAINER);
    EventRecord second = session(1);
    kit.events().change(second.id(), second.version(), second.facts().by(tara.id()), null, false);
    gym.event("Yoga", second.startsAt().plus(HOUR), HOUR, 10, tara);
    EventRecord again = session(1);
    ScopeDialog dialog = asked(again, later(again));
    assertThat(text(ScopeDialog.class)).contains("one conflict", "teaches something else", "Yoga");
    dialog.save();
    assertThat(dialog.isOpened()).isTrue();
    assertThat(hour(session(1))).isEqualTo(18);
    tab.find(Checkbox.class).all().stream()
        .filter(box -> box.getLabel().contains("all the same"))
        .findFirst()
        .orElseThrow()
        .setValue(true);
    dialog.save();
    assertThat(dialog.isOpened()).isFalse();
    assertThat(hour(session(1))).isEqualTo(19);
  }

  @Test
  void what_somebody_else_changed_meanwhile_is_shown_anew_and_not_overwritten() {
    EventRecord third = session(2);
    ScopeDialog dialog = asked(third, later(third));
    scope().setValue(Scope.ALL);
    kit.plans()
        .apply(
            series,
            kit.plans().find(series).orElseThrow().version(),
            kit.ask(third, new Change.Cancel(), null)
                .orElseThrow()
                .wish(Scope.THIS_AND_FOLLOWING, false),
            Despite.NOTHING);
    dialog.save();
    assertThat(dialog.isOpened()).isTrue();
    assertThat(text(ScopeDialog.class)).contains("meanwhile");
    assertThat(sessions(series)).hasSize(2).allMatch(it -> hour(it) == 18);
  }

  @Test
  void a_series_is_repeated_otherwise_from_a_session_on() {
    EventRecord third = session(2);
    new SeriesRuleDialog(kit, third, kit.plans().find(series).orElseThrow(), words).open();
    SeriesRuleDialog form = tab.find(SeriesRuleDialog.class).single();
    assertThat(text(RecurrenceField.class)).contains("Every Monday at 18:00", "Next dates");
    tab.find(TimePicker.class).single().setValue(LocalTime.of(19, 30));
    tab.find(IntegerField.class).all().getFirst().setValue(45);
    assertThat(text(RecurrenceField.class)).contains("Every Monday at 19:30", "19:30–20:15");
    form.save();
    assertThat(form.isOpened()).as("it waits for the answer").isTrue();
    ScopeDialog dialog = tab.find(ScopeDialog.class).single();
    assertThat(scope().getValue()).isEqualTo(Scope.THIS_AND_FOLLOWING);
    dialog.save();
    assertThat(form.isOpened()).isFalse();
    assertThat(sessions(series)).hasSize(2);
    EventRecord changed = kit.events().find(third.id()).orElseThrow();
    assertThat(Duration.between(changed.startsAt(), changed.endsAt()))
        .isEqualTo(Duration.ofMinutes(45));
    undo();
    assertThat(sessions(series)).hasSizeGreaterThan(20).allMatch(it -> hour(it) == 18);
  }

  @Test
  void a_substitute_takes_a_range_and_the_roster_goes_with_it_and_comes_back() {
    TestGym.Person busy = gym.gym().person("Ben Busy", Tier.TRAINER);
    TestGym.Person free = gym.gym().person("Fay Free", Tier.TRAINER);
    gym.event("Yoga", session(1).startsAt(), HOUR, 10, busy);
    new SubstituteDialog(kit, session(0), words).open();
    SubstituteDialog dialog = tab.find(SubstituteDialog.class).single();
    assertThat(text(SubstituteDialog.class)).contains("One session");
    lastDay().setValue(first.toLocalDate().plusWeeks(2));
    String shown = text(SubstituteDialog.class);
    assertThat(shown).contains("3 sessions", "Teaches something else", "Yoga");
    assertThat(shown.indexOf("Fay Free")).isLessThan(shown.indexOf("Ben Busy"));
    dialog.save();
    assertThat(dialog.isOpened()).isFalse();
    assertThat(sessions(series).subList(0, 3))
        .allMatch(it -> free.id().equals(it.facts().trainer()));
    assertThat(session(3).facts().trainer()).isNull();
    EventId taught = session(1).id();
    assertThat(
            bindings.callAs(
                gate.open(free.id(), gym.gym().slug(), Instant.now()),
                () -> rosters.forTrainer(taught)))
        .isEmpty();
    undo();
    assertThat(sessions(series)).allMatch(it -> it.facts().trainer() == null);
  }

  @Test
  void days_without_sessions_offer_nobody() {
    new SubstituteDialog(kit, session(0), words).open();
    lastDay().setValue(first.toLocalDate().minusDays(1));
    assertThat(text(SubstituteDialog.class)).contains("No session is still to come");
    tab.find(SubstituteDialog.class).single().save();
    assertThat(tab.find(SubstituteDialog.class).single().isOpened()).isTrue();
  }

  @Test
  void the_form_of_a_new_event_makes_a_series_without_what_was_left_out_and_undoes_it() {
    TagId tag = cycling();
    EventForm form = created("Ride");
    repeat("Weekly");
    form.fields().tags.read(Set.of(tag));
    leaveOut(first.toLocalDate().plusWeeks(1));
    form.save();
    assertThat(form.isOpened()).isFalse();
    List<EventRecord> made = titled("Ride");
    assertThat(made)
        .hasSizeGreaterThan(20)
        .noneMatch(it -> day(it).equals(first.toLocalDate().plusWeeks(1)))
        .anyMatch(it -> day(it).equals(first.toLocalDate()))
        .anyMatch(it -> day(it).equals(first.toLocalDate().plusWeeks(2)));
    SeriesId series = Objects.requireNonNull(made.getFirst().series());
    assertThat(tags.of(SubjectType.CLASSES, List.of(series.value())).get(series.value()))
        .extracting(Tag::name)
        .containsExactly("cycling");
    undo();
    assertThat(titled("Ride")).isEmpty();
  }

  @Test
  void a_room_that_is_taken_at_some_dates_is_told_before_the_series_is_made_without_it_there() {
    RoomId hall = ((RoomSaving.Saved) dialogs.rooms().create("Hall", 10)).room().id();
    EventRecord second = session(1);
    kit.events().change(second.id(), second.version(), second.facts().in(hall), null, false);
    EventForm form = created("Ride");
    form.fields()
        .place
        .room
        .setValue(
            dialogs.rooms().list().stream()
                .filter(room -> room.id().equals(hall))
                .findFirst()
                .orElseThrow());
    repeat("Weekly");
    form.save();
    assertThat(form.isOpened()).isTrue();
    assertThat(text(EventForm.class)).contains("taken at one of the times", "Spin");
    form.save();
    assertThat(form.isOpened()).isFalse();
    assertThat(titled("Ride"))
        .filteredOn(it -> !hall.equals(it.facts().room()))
        .singleElement()
        .satisfies(it -> assertThat(it.wantedRoom()).isEqualTo(hall));
  }

  @Test
  void a_drag_of_a_session_asks_how_much_is_meant_and_moves_nothing_until_it_is_answered() {
    EventRecord third = session(2);
    dialogs
        .moving(words)
        .dragged(
            third.id(),
            new MoveTo(Objects.requireNonNull(third.originalStart()).plusHours(2), HOUR));
    assertThat(sessions(series)).allMatch(it -> hour(it) == 18);
    tab.find(ScopeDialog.class).single().save();
    assertThat(sessions(series))
        .filteredOn(it -> hour(it) == 20)
        .extracting(EventRecord::id)
        .containsExactly(third.id());
  }

  @Test
  void the_form_of_a_session_asks_how_much_is_meant_and_keeps_what_was_typed_until_then() {
    EventRecord third = session(2);
    forms.planning(words).edit(third.id());
    EventForm form = tab.find(EventForm.class).single();
    form.fields().title.setValue("Spin hard");
    form.save();
    assertThat(form.isOpened()).isTrue();
    assertThat(text(ScopeDialog.class)).contains("one session changes");
    tab.find(ScopeDialog.class).single().cancel();
    assertThat(form.fields().title.getValue()).isEqualTo("Spin hard");
    assertThat(titled("Spin hard")).isEmpty();
    form.save();
    scope().setValue(Scope.ALL);
    tab.find(ScopeDialog.class).single().save();
    assertThat(form.isOpened()).isFalse();
    assertThat(sessions(series)).allMatch(it -> it.facts().title().equals("Spin hard"));
    undo();
    assertThat(sessions(series)).allMatch(it -> it.facts().title().equals("Spin"));
  }

  @Test
  void tags_of_a_series_stay_with_its_later_part_when_it_is_divided() {
    TagId tag = cycling();
    tags.put(tag, SubjectType.CLASSES, List.of(series.value()));
    EventRecord third = session(2);
    ScopeDialog dialog = asked(third, later(third));
    scope().setValue(Scope.THIS_AND_FOLLOWING);
    dialog.save();
    SeriesId part = Objects.requireNonNull(kit.events().find(third.id()).orElseThrow().series());
    assertThat(part).isNotEqualTo(series);
    assertThat(tags.of(SubjectType.CLASSES, List.of(part.value())).get(part.value()))
        .extracting(Tag::id)
        .containsExactly(tag);
  }

  private TagId cycling() {
    return new TagId(
        Objects.requireNonNull(
            gym.gym()
                .value(
                    UUID.class,
                    "insert into tags (organization_id, type, name) values (?, 'skill', 'cycling')"
                        + " returning id",
                    gym.gym().id().value())));
  }

  private EventForm created(String title) {
    forms.planning(words).create(first, HOUR);
    EventForm form = tab.find(EventForm.class).single();
    form.fields().title.setValue(title);
    return form;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private void repeat(String how) {
    Select mode =
        tab.find(Select.class).all().stream()
            .filter(one -> "Repeats".equals(one.getLabel()))
            .findFirst()
            .orElseThrow();
    mode.setValue(
        mode.getListDataView()
            .getItems()
            .filter(one -> mode.getItemLabelGenerator().apply(one).toString().startsWith(how))
            .findFirst()
            .orElseThrow());
  }

  private void leaveOut(LocalDate day) {
    tab.find(Button.class).all().stream()
        .filter(one -> day.toString().equals(one.getElement().getAttribute("data-day")))
        .findFirst()
        .orElseThrow()
        .click();
  }

  private List<EventRecord> titled(String title) {
    return kit
        .calendar()
        .between(
            first.atZone(BERLIN).toInstant(),
            first.plusMonths(7).atZone(BERLIN).toInstant(),
            CalendarFilter.NONE)
        .stream()
        .filter(one -> one.title().equals(title) && !one.cancelled())
        .map(one -> kit.events().find(one.id()).orElseThrow())
        .toList();
  }

  private static LocalDate day(EventRecord event) {
    return LocalDate.ofInstant(event.startsAt(), BERLIN);
  }

  private static int hour(EventRecord event) {
    return event.startsAt().atZone(BERLIN).getHour();
  }

  @SuppressWarnings("unchecked")
  private RadioButtonGroup<Scope> scope() {
    return tab.find(RadioButtonGroup.class).all().stream()
        .filter(group -> group.hasClassName("scope-choices"))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void choose(PlaceRow row, int at) {
    Select select =
        (Select)
            row.getContent()
                .getChildren()
                .filter(Select.class::isInstance)
                .findFirst()
                .orElseThrow();
    select.setValue(select.getListDataView().getItem(at));
  }

  private DatePicker lastDay() {
    return tab.find(DatePicker.class).all().stream()
        .filter(one -> "Last day".equals(one.getLabel()))
        .findFirst()
        .orElseThrow();
  }

  private void press(String words) {
    tab.find(Button.class).all().stream()
        .filter(button -> button.getText().startsWith(words))
        .findFirst()
        .orElseThrow()
        .click();
  }

  private void undo() {
    Notification toast = tab.find(Notification.class).all().getLast();
    tab.find(Button.class, toast).all().getFirst().click();
  }

  private String text(Class<? extends Component> part) {
    return tab.find(part).single().getElement().getTextRecursively();
  }
}
