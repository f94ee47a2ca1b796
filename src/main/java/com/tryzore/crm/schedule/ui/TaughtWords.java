package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.schedule.ClassMember;
import com.tryzore.crm.schedule.TaughtClass;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Texts;
import com.tryzore.crm.ui.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a class to whoever teaches it. */
record TaughtWords(EventWords event) {

  private static final long SOON_MINUTES = 90;

  private Texts texts() {
    return event.texts();
  }

  /** Now; in 25 min; today; tomorrow; in 3 days. */
  String until(CalendarEvent taught, Instant now) {
    if (!taught.startsAt().isAfter(now)) {
      return texts().get("schedule.taught.now");
    }
    long minutes = Duration.between(now, taught.startsAt()).plusSeconds(59).toMinutes();
    return minutes <= SOON_MINUTES
        ? texts().get("schedule.taught.inMinutes", minutes)
        : event.formats().day(event.day(taught));
  }

  /** Tue 24 Nov, 18:00–19:00. */
  String when(CalendarEvent taught) {
    return texts()
        .get(
            "schedule.event.when", event.formats().weekday(event.day(taught)), event.times(taught));
  }

  /** 12 of 20 · 3 waiting · Studio A; cancelled classes say that instead. */
  String fillAndWhere(CalendarEvent taught) {
    return Stream.of(
            taught.cancelled() ? event.state(taught) : event.fill(taught),
            taught.cancelled() ? "" : event.waiting(taught),
            Objects.requireNonNullElse(taught.where(), ""))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** Whom to expect, in numbers; none when there is nothing to say. */
  List<StatusBadge> heads(TaughtClass taught) {
    List<StatusBadge> badges = new ArrayList<>();
    if (taught.event().cancelled()) {
      return badges;
    }
    if (taught.firstVisits() > 0) {
      badges.add(
          new StatusBadge(
              Tone.ACCENT,
              Icon.FIRST_VISIT,
              texts().get("schedule.taught.new", taught.firstVisits())));
    }
    if (taught.cares() > 0) {
      badges.add(
          new StatusBadge(
              Tone.CAUTION, Icon.MEDICAL, texts().get("schedule.taught.cares", taught.cares())));
    }
    if (taught.birthdays() > 0) {
      badges.add(
          new StatusBadge(
              Tone.COOL,
              Icon.BIRTHDAY,
              texts().get("schedule.taught.birthdays", taught.birthdays())));
    }
    return badges;
  }

  /** When somebody was here last. */
  String lastSeen(ClassMember member) {
    Instant last = member.lastVisitAt();
    return last == null
        ? ""
        : texts()
            .get(
                "schedule.taught.lastSeen",
                event.formats().day(java.time.LocalDate.ofInstant(last, event.binding().zone())));
  }
}
