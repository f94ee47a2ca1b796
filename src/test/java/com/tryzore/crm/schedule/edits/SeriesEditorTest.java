package com.tryzore.crm.schedule.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.tryzore.crm.schedule.edits.EditResult.Edited;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Cancelled;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Kept;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Moved;
import com.tryzore.crm.schedule.edits.OccurrenceChange.Reason;
import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.schedule.recurrence.RuleProblem;
import com.tryzore.crm.schedule.recurrence.RuleReading;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import com.tryzore.crm.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** This, this and following, all: what people mean by them. */
class SeriesEditorTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Duration HOUR = Duration.ofHours(1);

  /** Four weeks of rows from Monday, 28 September 2026, are made. */
  private static final LocalDateTime UNTIL = at("2026-10-26T00:00");

  private static final Instant BEFORE = Instant.parse("2026-09-20T12:00:00Z");

  /** Thursday of the second week. */
  private static final Instant LATER = Instant.parse("2026-10-08T12:00:00Z");

  private final PlannedSeries mondaysAndWednesdays = series("FREQ=WEEKLY;BYDAY=MO,WE");

  @Test
  void one_moved_occurrence_leaves_the_rule_alone() {
    Edited edited =
        edited(mondaysAndWednesdays, Scope.THIS, "2026-10-12T18:00", to("2026-10-13T19:00"));
    assertThat(edited.series().times()).isEqualTo(mondaysAndWednesdays.times());
    assertThat(edited.continuation()).isEmpty();
    assertThat(edited.series().span(at("2026-10-12T18:00")).startsAt())
        .isEqualTo(Instant.parse("2026-10-13T23:00:00Z"));
    assertThat(edited.impact()).isEqualTo(new Impact(1, 0, 0, 0, 0));
  }

  @Test
  void cancelling_one_date_does_not_kill_the_series() {
    Edited edited =
        edited(mondaysAndWednesdays, Scope.THIS, "2026-10-12T18:00", new Change.Cancel());
    assertThat(originals(edited.series()))
        .hasSize(7)
        .doesNotContain(at("2026-10-12T18:00"))
        .contains(at("2026-10-14T18:00"));
  }

  @Test
  void this_and_following_divides_the_series_and_carries_each_occurrence_over() {
    Edited edited =
        edited(
            mondaysAndWednesdays,
            Scope.THIS_AND_FOLLOWING,
            "2026-10-14T18:00",
            to("2026-10-14T19:30"));
    assertThat(edited.series().times().recurrence().text(NEW_YORK))
        .isEqualTo("FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261013T035959Z");
    assertThat(originals(edited.continuation().orElseThrow()))
        .containsExactly(at("2026-10-14T19:30"), at("2026-10-19T19:30"), at("2026-10-21T19:30"));
    assertThat(edited.changes())
        .extracting(change -> ((Moved) change).original(), change -> ((Moved) change).newOriginal())
        .containsExactly(
            tuple(at("2026-10-14T18:00"), at("2026-10-14T19:30")),
            tuple(at("2026-10-19T18:00"), at("2026-10-19T19:30")),
            tuple(at("2026-10-21T18:00"), at("2026-10-21T19:30")));
  }

  @Test
  void who_drags_a_monday_to_tuesday_means_tuesdays_and_wednesdays() {
    Edited edited =
        edited(mondaysAndWednesdays, Scope.ALL, "2026-10-05T18:00", to("2026-10-06T18:00"));
    assertThat(edited.continuation()).isEmpty();
    assertThat(edited.series().times().recurrence().text(NEW_YORK))
        .isEqualTo("FREQ=WEEKLY;BYDAY=TU,WE");
    assertThat(edited.impact()).isEqualTo(new Impact(4, 4, 0, 0, 0));
  }

  @Test
  void a_day_moved_in_the_middle_of_a_week_does_not_double_what_that_week_has_had() {
    // On Thursday, Mondays become Fridays: this week's Monday has been.
    Edited edited =
        edit(mondaysAndWednesdays, Scope.ALL, "2026-10-12T18:00", to("2026-10-16T18:00"), LATER);
    assertThat(originals(edited.series()))
        .containsExactly(
            at("2026-09-28T18:00"),
            at("2026-09-30T18:00"),
            at("2026-10-05T18:00"),
            at("2026-10-07T18:00"));
    assertThat(originals(edited.continuation().orElseThrow()))
        .containsExactly(
            at("2026-10-14T18:00"),
            at("2026-10-16T18:00"),
            at("2026-10-21T18:00"),
            at("2026-10-23T18:00"));
  }

  @Test
  void what_was_changed_alone_survives_unless_told_otherwise() {
    PlannedSeries changed =
        edited(mondaysAndWednesdays, Scope.THIS, "2026-10-12T18:00", to("2026-10-12T20:00"))
            .series();
    Edited spared = edited(changed, Scope.ALL, "2026-10-05T18:00", to("2026-10-05T17:00"));
    assertThat(spared.impact()).isEqualTo(new Impact(7, 0, 0, 0, 1));
    assertThat(spared.series().changed())
        .containsOnlyKeys(at("2026-10-12T17:00"))
        .containsValue(new Alone(at("2026-10-12T20:00"), HOUR));
    SeriesEdit all =
        new SeriesEdit(Scope.ALL, at("2026-10-05T18:00"), to("2026-10-05T17:00"), true);
    Edited included = (Edited) SeriesEditor.edit(changed, all, BEFORE, made(changed));
    assertThat(included.impact()).isEqualTo(new Impact(8, 0, 0, 0, 0));
    assertThat(included.series().changed()).isEmpty();
  }

  @Test
  void a_cancelled_date_stays_cancelled_when_its_series_moves() {
    PlannedSeries cancelled =
        edited(mondaysAndWednesdays, Scope.THIS, "2026-10-12T18:00", new Change.Cancel()).series();
    SeriesEdit edit =
        new SeriesEdit(Scope.ALL, at("2026-10-05T18:00"), to("2026-10-06T19:00"), true);
    Edited moved = (Edited) SeriesEditor.edit(cancelled, edit, BEFORE, made(mondaysAndWednesdays));
    assertThat(moved.series().times().exceptions()).containsExactly(at("2026-10-13T19:00"));
    assertThat(moved.changes())
        .filteredOn(Kept.class::isInstance)
        .extracting(kept -> ((Kept) kept).reason())
        .containsExactly(Reason.CANCELLED);
  }

  @Test
  void cancelling_the_rest_ends_the_series_and_cancelling_all_leaves_its_past() {
    Edited edited =
        edit(mondaysAndWednesdays, Scope.ALL, "2026-10-12T18:00", new Change.Cancel(), LATER);
    assertThat(originals(edited.series())).hasSize(4);
    assertThat(edited.changes()).hasSize(4).allMatch(Cancelled.class::isInstance);
    Edited everything =
        edited(mondaysAndWednesdays, Scope.ALL, "2026-10-12T18:00", new Change.Cancel());
    assertThat(originals(everything.series())).isEmpty();
  }

  @Test
  void a_count_goes_on_counting() {
    PlannedSeries ten = series("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10");
    Edited edited =
        edited(ten, Scope.THIS_AND_FOLLOWING, "2026-10-07T18:00", to("2026-10-07T19:00"));
    assertThat(edited.continuation().orElseThrow().times().recurrence().text(NEW_YORK))
        .isEqualTo("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=7");
  }

  @Test
  void another_rule_keeps_the_rows_of_the_same_day_or_week() {
    Recurrence tuesdaysAndWednesdays = rule("FREQ=WEEKLY;BYDAY=TU,WE");
    Edited edited =
        edited(
            mondaysAndWednesdays,
            Scope.THIS_AND_FOLLOWING,
            "2026-10-12T18:00",
            new Change.Repeat(at("2026-10-13T18:00"), HOUR, tuesdaysAndWednesdays));
    assertThat(edited.impact()).isEqualTo(new Impact(2, 2, 0, 0, 0));
    Edited fewer =
        edited(
            mondaysAndWednesdays,
            Scope.ALL,
            "2026-10-12T18:00",
            new Change.Repeat(at("2026-10-12T18:00"), HOUR, rule("FREQ=WEEKLY;BYDAY=WE")));
    assertThat(fewer.impact()).isEqualTo(new Impact(0, 4, 4, 0, 0));
  }

  @Test
  void the_clock_change_does_not_make_a_move_of_what_keeps_its_time() {
    PlannedSeries daily = series("FREQ=DAILY");
    Edited edited =
        edited(daily, Scope.THIS_AND_FOLLOWING, "2026-10-12T18:00", to("2026-10-12T18:00"));
    assertThat(edited.impact()).isEqualTo(new Impact(0, 14, 0, 0, 0));
  }

  @Test
  void what_cannot_be_is_refused_with_its_reason() {
    Change.Move toWednesday = to("2026-10-14T18:00");
    assertThat(refused(Scope.ALL, "2026-10-12T18:00", toWednesday))
        .isEqualTo(EditProblem.DAY_TAKEN);
    assertThat(refused(Scope.ALL, "2026-10-12T18:00", to("2026-10-20T18:00")))
        .isEqualTo(EditProblem.LEAVES_ITS_WEEK);
    assertThat(refused(Scope.THIS, "2026-10-13T18:00", toWednesday))
        .isEqualTo(EditProblem.NO_SUCH_OCCURRENCE);
    assertThat(refused(Scope.THIS, "2026-10-05T18:00", new Change.Cancel()))
        .isEqualTo(EditProblem.HAS_BEGUN);
    assertThat(refused(Scope.THIS, "2026-10-12T18:00", to("2026-10-08T08:00")))
        .isEqualTo(EditProblem.NEW_TIME_HAS_PASSED);
    assertThat(
            refused(
                Scope.THIS,
                "2026-10-12T18:00",
                new Change.Move(at("2026-10-12T18:00"), Duration.ofMinutes(2))))
        .isEqualTo(EditProblem.LENGTH);
    Change.Repeat mondays =
        new Change.Repeat(at("2026-10-13T18:00"), HOUR, rule("FREQ=WEEKLY;BYDAY=MO"));
    assertThat(refused(Scope.THIS, "2026-10-12T18:00", mondays))
        .isEqualTo(EditProblem.ONE_HAS_NO_RULE);
    SeriesEdit edit =
        new SeriesEdit(Scope.THIS_AND_FOLLOWING, at("2026-10-12T18:00"), mondays, false);
    assertThat(SeriesEditor.edit(mondaysAndWednesdays, edit, LATER, made(mondaysAndWednesdays)))
        .isEqualTo(
            new EditResult.Refused(
                EditProblem.RULE,
                Optional.of(
                    new RuleReading.Refused(RuleProblem.START_IS_NO_OCCURRENCE, "2026-10-19"))));
  }

  @Test
  void undo_comes_too_late_when_something_has_begun() {
    Edited edited =
        edited(mondaysAndWednesdays, Scope.ALL, "2026-10-05T18:00", to("2026-10-05T17:00"));
    assertThat(edited.undoing(BEFORE)).isInstanceOf(Undoing.Undone.class);
    assertThat(edited.undoing(LATER))
        .isInstanceOfSatisfying(Undoing.TooLate.class, late -> assertThat(late.begun()).hasSize(4));
  }

  @ParameterizedTest
  @EnumSource(EditProblem.class)
  void every_refusal_has_a_sentence(EditProblem problem) {
    for (Locale language : Texts.LANGUAGES) {
      assertThat(Texts.in(language).has("schedule.edit.problem." + problem.word())).isTrue();
    }
  }

  private EditProblem refused(Scope scope, String occurrence, Change change) {
    SeriesEdit edit = new SeriesEdit(scope, at(occurrence), change, false);
    return ((EditResult.Refused)
            SeriesEditor.edit(mondaysAndWednesdays, edit, LATER, made(mondaysAndWednesdays)))
        .problem();
  }

  private static Edited edited(
      PlannedSeries series, Scope scope, String occurrence, Change change) {
    return edit(series, scope, occurrence, change, BEFORE);
  }

  private static Edited edit(
      PlannedSeries series, Scope scope, String occurrence, Change change, Instant now) {
    SeriesEdit edit = new SeriesEdit(scope, at(occurrence), change, false);
    return (Edited) SeriesEditor.edit(series, edit, now, made(series));
  }

  private static Made made(PlannedSeries series) {
    return Made.of(originals(series), UNTIL);
  }

  private static List<LocalDateTime> originals(PlannedSeries series) {
    return series.originals(at("2026-09-01T00:00"), UNTIL);
  }

  private static Change.Move to(String start) {
    return new Change.Move(at(start), HOUR);
  }

  private static PlannedSeries series(String text) {
    return PlannedSeries.of(SeriesTimes.of(at("2026-09-28T18:00"), NEW_YORK, HOUR, rule(text)));
  }

  private static Recurrence rule(String text) {
    return ((RuleReading.Read) Recurrence.read(text, at("2026-09-28T18:00"), NEW_YORK))
        .recurrence();
  }

  private static LocalDateTime at(String text) {
    return LocalDateTime.parse(text);
  }
}
