package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberProfile;
import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.Standing;
import com.tryzore.crm.members.StandingChangedException;
import com.tryzore.crm.members.StandingData;
import com.tryzore.crm.schedule.TourFacts.Outcome;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comes of tours. Staff and above. */
@Service
@Transactional
public class Tours {

  /**
   * Somebody became a member.
   *
   * @param before how they stood
   * @param after how they stand
   * @param change what was written of the tour; null when this account may not change it
   */
  public record Joined(Standing before, Standing after, @Nullable ChangeId change) {}

  private final Members members;
  private final EventSteps steps;
  private final Undos undos;
  private final Permissions permissions;
  private final Bindings bindings;

  Tours(
      Members members, EventSteps steps, Undos undos, Permissions permissions, Bindings bindings) {
    this.members = members;
    this.steps = steps;
    this.undos = undos;
    this.permissions = permissions;
    this.bindings = bindings;
  }

  /**
   * A lead becomes an active member from today, and it is written down that the tour led to it; all
   * in one transaction.
   *
   * @return empty when they are no lead any more
   * @throws StandingChangedException when somebody else changed their standing at the same moment
   */
  public Optional<Joined> join(EventId tour, ClientId client) {
    return lead(client)
        .map(
            before -> {
              StandingData data = before.data();
              LocalDate today = LocalDate.now(bindings.required().zone());
              Standing after =
                  members.update(
                      before.with(
                          new StandingData(
                              data.memberNumber(),
                              MemberStatus.ACTIVE,
                              data.planName(),
                              data.validUntil() != null && data.validUntil().isBefore(today)
                                  ? null
                                  : data.validUntil(),
                              today)));
              return new Joined(before, after, outcome(tour));
            });
  }

  /**
   * Takes it back: they are a lead again, and the tour says what it said before.
   *
   * @throws StandingChangedException when their standing has been changed since; then nothing is
   *     taken back
   */
  public void takeBack(Joined joined) {
    members.update(joined.after().with(joined.before().data()));
    ChangeId change = joined.change();
    if (change != null) {
      undos.undo(change);
    }
  }

  private @Nullable ChangeId outcome(EventId tour) {
    EventRecord event = steps.find(tour).orElse(null);
    if (event == null
        || event.facts().kind() != EventKind.TOUR
        || event.tour().outcome() == Outcome.JOINED
        || !permissions.has(Permission.SCHEDULE_EDIT)) {
      return null;
    }
    TourFacts facts = new TourFacts(event.tour().type(), event.tour().source(), Outcome.JOINED);
    EventSaving saving = steps.change(tour, event.version(), event.facts(), facts, true);
    return saving instanceof EventSaving.Saved saved ? saved.change() : null;
  }

  private Optional<Standing> lead(ClientId client) {
    return members
        .profile(client)
        .map(MemberProfile::standing)
        .filter(standing -> standing.data().status() == MemberStatus.PROSPECT);
  }
}
