package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.schedule.CalendarEvent;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Texts;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of an event, to one reader at one gym. */
record EventWords(Texts texts, Formats formats, Binding binding) {

  static EventWords of(Locale reader, Binding binding) {
    return new EventWords(Texts.in(reader), Formats.of(reader, binding.zone()), binding);
  }

  /** 18:00–19:00; in an hour that comes twice, with its offset. */
  String times(CalendarEvent event) {
    return formats.times(event.startsAt(), event.endsAt());
  }

  /** 18:00; in an hour that comes twice, with its offset. */
  String begins(CalendarEvent event) {
    return times(event).split("–", 2)[0];
  }

  /** The day it starts on at the gym. */
  LocalDate day(CalendarEvent event) {
    return LocalDate.ofInstant(event.startsAt(), binding.zone());
  }

  /** Studio A · Nora Feld; empty when nothing is set. */
  String whereAndWho(CalendarEvent event) {
    return Stream.of(event.where(), event.trainer())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" · "));
  }

  /** 12 of 20; 12 booked where there is no limit. */
  String fill(CalendarEvent event) {
    Integer capacity = event.capacity();
    return capacity == null
        ? texts.get("schedule.event.booked", event.booked())
        : texts.get("schedule.event.places", event.booked(), capacity);
  }

  /** 3 waiting; empty when nobody does. */
  String waiting(CalendarEvent event) {
    return event.waiting() == 0 ? "" : texts.get("schedule.event.waiting", event.waiting());
  }

  /** Cancelled, Full; empty when there is nothing to say. */
  String state(CalendarEvent event) {
    if (event.cancelled()) {
      return texts.get("schedule.event.cancelled");
    }
    return event.full() && event.waiting() == 0 ? texts.get("schedule.event.full") : "";
  }

  /** That its trainer is in two places; empty otherwise. */
  String clash(CalendarEvent event) {
    return event.trainerElsewhere() ? texts.get("schedule.event.clash") : "";
  }

  /** All of it in one line, as it is read aloud. */
  String aloud(CalendarEvent event) {
    return Stream.of(
            event.title(),
            formats.weekday(day(event)),
            times(event),
            whereAndWho(event),
            state(event),
            event.cancelled() ? "" : fill(event),
            event.cancelled() ? "" : waiting(event),
            clash(event))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
