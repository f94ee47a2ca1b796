package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.recurrence.ClockChange;
import com.tryzore.crm.schedule.recurrence.Occurrence;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The next dates of a rule, those of the coming year that a clock change touches, and what it does
 * to them. Each but the first can be left out and put back.
 */
final class NextDates extends Composite<Div> {

  private static final int SHOWN = 6;
  private static final int DAYS_LOOKED_AT = 366;

  private final transient EventWords words;
  private final transient Runnable onChange;
  private final SortedSet<LocalDate> leftOut = new TreeSet<>();
  private final UnorderedList list = new UnorderedList();
  private boolean choice = true;

  NextDates(EventWords words, Runnable onChange) {
    this.words = words;
    this.onChange = onChange;
    Span heading = new Span(getTranslation("schedule.repeat.next"));
    heading.addClassNames("zore-small", "zore-muted");
    list.addClassName("repeat-dates");
    getContent().addClassName("repeat-next");
    getContent().add(heading, list);
  }

  /** Leaves no choice which dates take place. */
  void fixed() {
    choice = false;
  }

  /** The days that are left out. */
  SortedSet<LocalDate> leftOut() {
    return leftOut;
  }

  /**
   * Shows the dates; days left out that the rule has no more, or begins with, are forgotten.
   *
   * @param from the first day that is of interest
   */
  void show(SeriesTimes times, LocalDate from) {
    LocalDateTime begin = from.atStartOfDay();
    List<Occurrence> year =
        times.startsOfRule(begin, begin.plusDays(DAYS_LOOKED_AT)).map(times::at).toList();
    List<Occurrence> coming = // what is rarer than once a year
        year.size() < SHOWN
            ? times.startsOfRule(begin, LocalDateTime.MAX).limit(SHOWN).map(times::at).toList()
            : year;
    leftOut.removeIf(day -> coming.stream().skip(1).noneMatch(one -> day(one).equals(day)));
    List<Occurrence> shown =
        Stream.concat(
                coming.stream().limit(SHOWN),
                coming.stream().skip(SHOWN).filter(one -> touched(one, times) || isOut(one)))
            .toList();
    list.removeAll();
    for (Occurrence one : shown) {
      boolean first = one.equals(coming.getFirst());
      boolean gone = isOut(one) || times.exceptions().contains(one.originalStart());
      list.add(line(one, times, first || !choice, gone));
    }
  }

  private ListItem line(Occurrence one, SeriesTimes times, boolean stays, boolean gone) {
    LocalDate day = day(one);
    String date = words.formats().weekday(day);
    Span when = new Span(date);
    when.addClassName("repeat-day");
    Span at = new Span(words.formats().times(one.startsAt(), one.endsAt()));
    at.addClassName("zore-muted");
    ListItem item = new ListItem(when, at);
    item.setClassName("repeat-out", gone);
    if (gone) {
      Span out = new Span(getTranslation("schedule.repeat.out"));
      out.addClassNames("zore-small", "repeat-out-words");
      item.add(out);
    } else if (touched(one, times)) {
      Span note = new Span(Icon.CLOCK.create(), new Span(clock(one, times)));
      note.addClassNames("repeat-clock", "zore-tone-caution");
      item.add(note);
    }
    if (!stays) {
      item.add(way(day, date, gone));
    }
    return item;
  }

  private Button way(LocalDate day, String date, boolean gone) {
    Button way =
        new Button(
            gone ? Icon.UNDO.create() : Icon.CLOSE.create(),
            click -> {
              if (!leftOut.remove(day)) {
                leftOut.add(day);
              }
              onChange.run();
              focus(day);
            });
    way.addClassNames("zore-quiet", "zore-icon-button", "repeat-way");
    way.setAriaLabel(
        getTranslation(gone ? "schedule.repeat.putBack" : "schedule.repeat.leaveOut", date));
    way.setTooltipText(
        getTranslation(gone ? "schedule.repeat.putBack" : "schedule.repeat.leaveOut", date));
    way.getElement().setAttribute("data-day", day.toString());
    return way;
  }

  /** The button of a day is a new one after it was pressed. */
  private void focus(LocalDate day) {
    list.getElement()
        .executeJs(
            "setTimeout(() => this.querySelector(`[data-day='${$0}']`)?.focus())", day.toString());
  }

  private String clock(Occurrence one, SeriesTimes times) {
    String meant = words.formats().time(one.originalStart().toLocalTime());
    return switch (ClockChange.of(one, times.zone())) {
      case NONE -> "";
      case SKIPS_START ->
          getTranslation("schedule.repeat.skips", meant, words.formats().time(one.startsAt()));
      case REPEATS_START -> getTranslation("schedule.repeat.repeats", meant);
      case CHANGES_MEANWHILE ->
          getTranslation("schedule.repeat.meanwhile", times.duration().toMinutes());
    };
  }

  private boolean isOut(Occurrence one) {
    return leftOut.contains(day(one));
  }

  private static boolean touched(Occurrence one, SeriesTimes times) {
    return ClockChange.of(one, times.zone()) != ClockChange.NONE;
  }

  private static LocalDate day(Occurrence one) {
    return one.originalStart().toLocalDate();
  }
}
