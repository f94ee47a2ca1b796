package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.BookingRules;
import com.tryzore.crm.schedule.ui.SpanField.Unit;
import com.tryzore.crm.ui.Formats;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of bookings as fields, each with what it means for a class on a Tuesday at six. */
final class RuleFields extends Div {

  private static final Duration TWO_WEEKS = Duration.ofDays(14);
  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  private final transient Formats formats;
  private final transient LocalDateTime example;
  private final SpanField opens = field("opens", Duration.ofDays(730), Unit.DAYS);
  private final SpanField closes = field("closes", TWO_WEEKS, Unit.HOURS, Unit.MINUTES, Unit.DAYS);
  private final SpanField late = field("late", TWO_WEEKS, Unit.HOURS, Unit.MINUTES, Unit.DAYS);
  private final SpanField notice = field("notice", TWO_WEEKS, Unit.HOURS, Unit.MINUTES, Unit.DAYS);
  private final SpanField before = field("before", HALF_A_DAY, Unit.MINUTES, Unit.HOURS);
  private final SpanField after = field("after", HALF_A_DAY, Unit.MINUTES, Unit.HOURS);
  private final SpanField absent = field("absent", HALF_A_DAY, Unit.MINUTES, Unit.HOURS);
  private final transient List<SpanField> all =
      List.of(opens, closes, late, notice, before, after, absent);

  RuleFields(Formats formats) {
    this.formats = formats;
    this.example =
        formats.today().with(TemporalAdjusters.next(DayOfWeek.TUESDAY)).atTime(LocalTime.of(18, 0));
    addClassName("rules");
    add(
        group("booking", opens, closes),
        group("leaving", late, notice),
        group("coming", before, after, absent));
    all.forEach(
        field ->
            field.addValueChangeListener(
                change -> {
                  field.setInvalid(false);
                  say();
                }));
    say();
  }

  private SpanField field(String word, Duration longest, Unit... units) {
    return new SpanField(getTranslation("schedule.rules." + word), longest, units);
  }

  private Div group(String word, SpanField... fields) {
    Div grid = new Div(fields);
    grid.addClassName("rules-grid");
    Div group = new Div(new H2(getTranslation("schedule.rules.group." + word)), grid);
    group.addClassName("zore-card");
    return group;
  }

  void show(BookingRules rules) {
    opens.setValue(Duration.ofDays(rules.opensDays()));
    closes.setValue(rules.closes());
    late.setValue(rules.lateCancel());
    notice.setValue(rules.promotionNotice());
    before.setValue(rules.checkInBefore());
    after.setValue(rules.checkInAfter());
    absent.setValue(rules.noShowAfter());
    say();
  }

  void readOnly() {
    all.forEach(field -> field.setReadOnly(true));
  }

  /** What stands in the fields; empty when something is wrong, which is said beside the field. */
  Optional<BookingRules> read() {
    boolean fine = true;
    for (SpanField field : all) {
      String problem = field.problem();
      field.setErrorMessage(problem);
      field.setInvalid(problem != null);
      if (problem != null && fine) {
        field.focus();
        fine = false;
      }
    }
    return fine ? Optional.of(rules()) : Optional.empty();
  }

  private BookingRules rules() {
    return new BookingRules(
        late.getValue(),
        notice.getValue(),
        before.getValue(),
        after.getValue(),
        absent.getValue(),
        (int) opens.getValue().toDays(),
        closes.getValue());
  }

  /** Says beside each field what it means. */
  private void say() {
    LocalDateTime opening = example.minus(opens.getValue());
    opens.setHelperText(
        opens.getValue().isZero()
            ? getTranslation("schedule.rules.opens.always")
            : getTranslation("schedule.rules.opens.example", day(example), day(opening)));
    before("closes", closes);
    before("late", late);
    before("notice", notice);
    at("before", before, example.minus(before.getValue()));
    at("after", after, example.plus(after.getValue()));
    at("absent", absent, example.plus(absent.getValue()));
  }

  private void before(String word, SpanField field) {
    LocalDateTime at = example.minus(field.getValue());
    field.setHelperText(
        field.getValue().isZero()
            ? getTranslation("schedule.rules." + word + ".never", time(example))
            : getTranslation(
                "schedule.rules." + word + ".example", time(at), day(at), time(example)));
  }

  private void at(String word, SpanField field, LocalDateTime at) {
    field.setHelperText(
        getTranslation("schedule.rules." + word + ".example", time(at), time(example)));
  }

  private String day(LocalDateTime at) {
    return formats.weekday(at.toLocalDate());
  }

  private String time(LocalDateTime at) {
    return formats.time(at.toLocalTime());
  }

  /** The fields, in the order on screen. */
  Stream<SpanField> fields() {
    return all.stream();
  }
}
