package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.ui.StatusLook;
import com.tryzore.crm.schedule.BookingRefusal;
import com.tryzore.crm.schedule.Marking;
import com.tryzore.crm.schedule.ParticipantId;
import com.tryzore.crm.schedule.PlaceStatus;
import com.tryzore.crm.schedule.Promoted;
import com.tryzore.crm.schedule.RosterEntry;
import com.tryzore.crm.schedule.Waitlist;
import com.tryzore.crm.schedule.WalkIn;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.Texts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said of places and of the rules that are against them. */
record BookingWords(EventWords event) {

  private Texts texts() {
    return event.texts();
  }

  /** A rule that failed, as a sentence. */
  String sentence(BookingRefusal refusal) {
    return switch (refusal) {
      case BookingRefusal.EventCancelled cancelled ->
          texts().get("schedule.refusal.event-cancelled");
      case BookingRefusal.Over(var at) ->
          texts().get("schedule.refusal.over", event.formats().dateTime(at));
      case BookingRefusal.Started(var at) ->
          texts().get("schedule.refusal.started", event.formats().dateTime(at));
      case BookingRefusal.NoStanding(var status, var lastDay) ->
          lastDay == null
              ? texts().get("schedule.refusal.no-standing", StatusLook.words(status))
              : texts()
                  .get(
                      "schedule.refusal.no-standing-since",
                      StatusLook.words(status),
                      event.formats().date(lastDay));
      case BookingRefusal.EndsBefore(var lastDay) ->
          texts().get("schedule.refusal.ends-before", event.formats().date(lastDay));
      case BookingRefusal.HasPlace(var place, var status, var position) ->
          position == null
              ? texts().get("schedule.refusal.has-place")
              : texts().get("schedule.refusal.waits-already", position);
      case BookingRefusal.SeatElsewhere(var other, var title, var from, var to) ->
          texts().get("schedule.refusal.seat-elsewhere", title, event.formats().times(from, to));
      case BookingRefusal.NotOpenYet(var from) ->
          texts().get("schedule.refusal.not-open-yet", event.formats().dateTime(from));
      case BookingRefusal.Closed(var since) ->
          texts().get("schedule.refusal.closed", event.formats().dateTime(since));
    };
  }

  /** Why nobody walks in, as a sentence. */
  String sentence(WalkIn.Reason reason) {
    return texts().get("schedule.walkin." + QueryState.word(reason));
  }

  /** Why a mark was not made, as a sentence. */
  String sentence(Marking marking) {
    return texts().get("schedule.marking." + QueryState.word(marking));
  }

  /** What comes of a place in the line. */
  String outlook(Waitlist.Outlook outlook) {
    return switch (outlook) {
      case Waitlist.Outlook.Next next -> texts().get("schedule.waitlist.next");
      case Waitlist.Outlook.Behind(int ahead) -> texts().get("schedule.waitlist.behind", ahead);
      case Waitlist.Outlook.PassedOver(var reason) ->
          texts().get("schedule.waitlist.passedOver", sentence(reason));
    };
  }

  /** What comes of each place in the line, and why those passed over have left it. */
  Map<ParticipantId, String> outlooks(Waitlist line) {
    Map<ParticipantId, String> said = new HashMap<>();
    line.waiting().forEach(one -> said.put(one.participant(), outlook(one.outlook())));
    line.passedOver()
        .forEach(
            one ->
                said.put(
                    one.participant(),
                    texts().get("schedule.waitlist.passedOver", sentence(one.holds()))));
    return said;
  }

  /** Until when those who wait move up by themselves, or since when they do not. */
  String line(Waitlist line) {
    return texts()
        .get(
            line.moves() ? "schedule.waitlist.moves" : "schedule.waitlist.still",
            event.formats().dateTime(line.movesUntil()));
  }

  /** When a place was given up, or that it was waited for; empty when there is nothing to say. */
  String since(RosterEntry entry) {
    Instant cancelled = entry.cancelledAt();
    if (entry.status().ended() && cancelled != null) {
      return event.formats().dateTime(cancelled);
    }
    return entry.status().holdsSeat() && entry.promotedAt() != null
        ? texts().get("schedule.waitlist.movedUp")
        : "";
  }

  /** What a place is. */
  String status(PlaceStatus status) {
    return texts().get("schedule.place." + QueryState.word(status));
  }

  /** Who gave up a place, and who got it. */
  String cancelled(String name, boolean late, List<Promoted> promoted) {
    String said =
        texts().get(late ? "schedule.roster.cancelledLate" : "schedule.roster.cancelled", name);
    return promoted.isEmpty()
        ? said
        : texts()
            .get(
                "schedule.roster.promoted",
                said,
                promoted.stream().map(Promoted::name).collect(Collectors.joining(", ")));
  }
}
