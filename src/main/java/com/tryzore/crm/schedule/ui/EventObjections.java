package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.Clash;
import com.tryzore.crm.schedule.EventSaving;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.stream.Stream;

/** What stands in the way of an event, in sentences. */
record EventObjections(EventWords words) {

  List<String> sentences(EventSaving saving) {
    return switch (saving) {
      case EventSaving.RoomTaken(List<Clash> by) -> clashes("schedule.move.roomTaken", by);
      case EventSaving.TrainerBusy(List<Clash> by) -> clashes("schedule.move.trainerBusy", by);
      case EventSaving.HasBegun begun -> List.of(say("schedule.move.hasBegun"));
      case EventSaving.IsCancelled cancelled -> List.of(say("schedule.refusal.event-cancelled"));
      case EventSaving.ChangedMeanwhile changed -> List.of(say("schedule.move.changed"));
      case EventSaving.TooSmall(int booked) -> List.of(say("schedule.form.tooSmall", booked));
      case EventSaving.ClientRefused(var reasons) -> {
        BookingWords rules = new BookingWords(words);
        yield Stream.concat(
                Stream.of(say("schedule.form.clientRefused")),
                reasons.stream().map(rules::sentence))
            .toList();
      }
      case EventSaving.HasPlaces places -> List.of(say("schedule.move.impossible"));
      case EventSaving.Unknown unknown -> List.of(say("schedule.move.impossible"));
      case EventSaving.Saved saved -> List.of();
    };
  }

  private List<String> clashes(String key, List<Clash> by) {
    return Stream.concat(
            Stream.of(say(key)),
            by.stream()
                .map(
                    clash ->
                        say(
                            "schedule.move.clash",
                            clash.title(),
                            words.formats().times(clash.startsAt(), clash.endsAt()))))
        .toList();
  }

  private static String say(String key, Object... arguments) {
    return I18NProvider.translate(key, arguments);
  }
}
