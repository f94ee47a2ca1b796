package com.tryzore.crm.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.schedule.ScheduleGym;
import com.tryzore.crm.schedule.recurrence.Limit;
import com.tryzore.crm.schedule.recurrence.Recurrence;
import com.tryzore.crm.schedule.recurrence.RuleReading;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** How something repeats, chosen in words, at a gym in New York. */
@SpringBootTest(properties = "zore.data=target")
class RecurrenceFieldTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final LocalTime SIX = LocalTime.of(18, 0);

  /** A Tuesday, the third of its month. */
  private static final LocalDate DAY = LocalDate.of(2031, 3, 18);

  @Autowired ApplicationContext context;
  @Autowired Bindings bindings;

  private final ScheduleGym gym = ScheduleGym.open("Repeating");
  private TestTabs tabs;
  private BrowserlessUIContext tab;
  private RecurrenceField field;

  @BeforeEach
  void a_form_that_begins_on_a_tuesday_at_six() {
    gym.gym()
        .execute(
            "update organizations set time_zone = 'America/New_York' where id = ?",
            gym.gym().id().value());
    tabs = TestTabs.of(context);
    tab = tabs.signedIn(gym.gym().person("Dana Desk", Tier.STAFF));
    tab.navigate(CalendarAddress.of(gym.gym().slug()), CalendarView.class);
    field = new RecurrenceField(EventWords.of(Locale.ENGLISH, bindings.required()), () -> {});
    UI.getCurrent().add(field);
    field.startsAt(DAY, SIX, HOUR);
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  @Test
  void does_not_repeat_until_it_is_told_to() {
    assertThat(field.repeats()).isFalse();
    assertThat(field.repetition()).isEmpty();
    assertThat(text()).doesNotContain("Every");
  }

  @Test
  void weekly_takes_the_day_of_the_start_and_follows_it_until_days_are_chosen() {
    mode("Weekly");
    assertThat(text()).contains("Every Tuesday at 18:00", "Tue, 18 Mar 2031", "Tue, 22 Apr 2031");
    field.startsAt(DAY.plusDays(2), SIX, HOUR);
    assertThat(text()).contains("Every Thursday at 18:00");
    weekdays().setValue(Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY));
    assertThat(text()).contains("Every Monday and Wednesday at 18:00");
    assertThat(repetition().first())
        .as("it begins on the first day that fits")
        .isEqualTo(LocalDate.of(2031, 3, 24));
    every().setValue(2);
    assertThat(text()).contains("Every 2 weeks on Monday and Wednesday at 18:00");
    weekdays().clear();
    assertThat(text()).contains("Choose at least one day");
    assertThat(field.repetition()).isEmpty();
  }

  @Test
  void monthly_offers_what_the_day_stands_for() {
    mode("Monthly");
    assertThat(text()).contains("On the 18th of each month at 18:00");
    choose(select("On"), "The third Tuesday");
    assertThat(text()).contains("On the third Tuesday of each month at 18:00", "Tue, 15 Apr 2031");
    field.startsAt(LocalDate.of(2031, 3, 31), SIX, HOUR);
    assertThat(labels(select("On")))
        .containsExactly("The 31st", "The fifth Monday", "The last Monday", "The last day");
    choose(select("On"), "The 31st");
    assertThat(select("On").getHelperText()).contains("Months without this date");
    assertThat(text()).contains("Sat, 31 May 2031").doesNotContain("30 Apr 2031");
    choose(select("On"), "The last day");
    assertThat(text()).contains("Wed, 30 Apr 2031");
  }

  @Test
  void an_end_is_a_number_or_a_day_and_one_before_the_beginning_is_refused_in_words() {
    mode("Daily");
    choose(select("Ends"), "After a number of times");
    times().setValue(3);
    assertThat(text()).contains("Every day at 18:00, 3 times").doesNotContain("21 Mar 2031");
    assertThat(repetition().rule().limit()).isEqualTo(new Limit.Times(3));
    times().setValue(null);
    assertThat(field.repetition()).isEmpty();
    choose(select("Ends"), "On a day");
    lastDay().setValue(DAY.plusDays(2));
    assertThat(text()).contains("until 20 March 2031");
    lastDay().setValue(DAY.minusDays(2));
    assertThat(text()).contains("It ends before it begins");
    assertThat(field.repetition()).isEmpty();
  }

  @Test
  void a_date_is_left_out_and_put_back_but_never_the_first() {
    mode("Weekly");
    assertThat(buttons("Leave out")).hasSize(5);
    press("Leave out Tue, 25 Mar 2031");
    assertThat(repetition().leftOut()).containsExactly(DAY.plusWeeks(1));
    assertThat(text()).contains("Left out");
    press("Put back Tue, 25 Mar 2031");
    assertThat(repetition().leftOut()).isEmpty();
    press("Leave out Tue, 25 Mar 2031");
    field.startsAt(DAY.plusWeeks(1), SIX, HOUR);
    assertThat(repetition().leftOut()).as("the first always takes place").isEmpty();
  }

  @Test
  void what_the_clock_does_is_told_however_far_ahead_it_is() {
    mode("Weekly");
    field.startsAt(LocalDate.of(2030, 12, 1), LocalTime.of(2, 30), HOUR);
    assertThat(text())
        .contains("Sun, 9 Mar 2031", "skip 02:30: it starts at 03:30")
        .doesNotContain("twice");
    field.startsAt(LocalDate.of(2031, 10, 26), LocalTime.of(1, 30), HOUR);
    assertThat(text()).contains("Sun, 2 Nov 2031", "show 01:30 twice", "UTC-04:00", "UTC-05:00");
    field.startsAt(LocalDate.of(2031, 10, 26), LocalTime.of(0, 30), Duration.ofHours(2));
    assertThat(text()).contains("it still lasts 120 minutes");
    field.startsAt(LocalDate.of(2031, 10, 26), SIX, HOUR);
    assertThat(text()).doesNotContain("clocks");
  }

  @Test
  void a_series_that_there_is_keeps_a_rule_for_which_there_are_no_fields() {
    SeriesTimes times = series("FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=18");
    field.show(times, DAY);
    assertThat(text()).contains("Every year on 18 March and 18 September at 18:00");
    assertThat(repetition().rule()).isEqualTo(times.recurrence());
  }

  @Test
  void a_number_of_times_becomes_the_last_day_when_a_series_is_changed_in_its_middle() {
    field.show(series("FREQ=WEEKLY;BYDAY=TU;COUNT=4"), DAY.plusWeeks(1));
    assertThat(text()).contains("Every Tuesday at 18:00 until 8 April 2031");
    assertThat(buttons("Leave out")).isEmpty();
    assertThat(labels(select("Repeats"))).noneMatch(label -> label.contains("not repeat"));
  }

  private static SeriesTimes series(String rule) {
    LocalDateTime start = DAY.atTime(SIX);
    Recurrence read = ((RuleReading.Read) Recurrence.read(rule, start, NEW_YORK)).recurrence();
    return SeriesTimes.of(start, NEW_YORK, HOUR, read);
  }

  private Repetition repetition() {
    return field.repetition().orElseThrow();
  }

  private void mode(String label) {
    choose(select("Repeats"), label);
  }

  @SuppressWarnings("rawtypes")
  private Select select(String label) {
    return tab.find(Select.class).all().stream()
        .filter(one -> label.equals(one.getLabel()))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static void choose(Select select, String label) {
    select.setValue(
        select
            .getListDataView()
            .getItems()
            .filter(one -> select.getItemLabelGenerator().apply(one).toString().startsWith(label))
            .findFirst()
            .orElseThrow());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static List<String> labels(Select select) {
    return select
        .getListDataView()
        .getItems()
        .map(one -> select.getItemLabelGenerator().apply(one))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private CheckboxGroup<DayOfWeek> weekdays() {
    return tab.find(CheckboxGroup.class).single();
  }

  private IntegerField every() {
    return integer("Every");
  }

  private IntegerField times() {
    return integer("Times");
  }

  private IntegerField integer(String label) {
    return tab.find(IntegerField.class).all().stream()
        .filter(one -> label.equals(one.getLabel()))
        .findFirst()
        .orElseThrow();
  }

  private List<Button> buttons(String label) {
    return tab.find(Button.class).all().stream()
        .filter(one -> one.getAriaLabel().filter(name -> name.startsWith(label)).isPresent())
        .toList();
  }

  private DatePicker lastDay() {
    return tab.find(DatePicker.class).all().stream()
        .filter(one -> "Last day".equals(one.getLabel()))
        .findFirst()
        .orElseThrow();
  }

  private void press(String label) {
    buttons(label).getFirst().click();
  }

  private String text() {
    return field.getElement().getTextRecursively();
  }
}
