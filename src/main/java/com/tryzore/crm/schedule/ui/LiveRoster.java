package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.ClassMember;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.ParticipantId;
import com.tryzore.crm.schedule.PlaceState;
import com.tryzore.crm.schedule.Rosters;
import java.util.List;
import java.util.Map;

/**
 * Who is in a class, read once and kept up to date: of people already known only their places are
 * read again, so that the audit trail has a line for each look and none for each change.
 */
final class LiveRoster {

  private final Rosters rosters;
  private final EventId event;
  private List<ClassMember> members;

  /**
   * Reads the roster, logged.
   *
   * @throws com.tryzore.crm.access.NotAllowedException when somebody else teaches it
   */
  LiveRoster(Rosters rosters, EventId event) {
    this.rosters = rosters;
    this.event = event;
    members = rosters.forTrainer(event);
  }

  EventId event() {
    return event;
  }

  List<ClassMember> members() {
    return members;
  }

  /** Reads what may have changed. */
  void refresh() {
    Map<ParticipantId, PlaceState> states = rosters.states(event);
    List<ParticipantId> known = members.stream().map(ClassMember::participant).toList();
    members =
        known.containsAll(states.keySet())
            ? members.stream()
                .filter(member -> states.containsKey(member.participant()))
                .map(
                    member ->
                        member.with(states.getOrDefault(member.participant(), member.state())))
                .toList()
            : rosters.forTrainer(event);
  }
}
