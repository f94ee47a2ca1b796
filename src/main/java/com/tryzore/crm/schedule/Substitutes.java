package com.tryzore.crm.schedule;

import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.access.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Somebody else teaches: one session, or those of a series between two days ({@link
 * SeriesPlans#sessions}). The right to read the rosters goes with it. {@link Events#undo} takes it
 * back. Needs {@code schedule.edit}, otherwise {@link NotAllowedException}.
 */
@Service
public class Substitutes {
  private final SubstituteSteps steps;
  private final Settling settling;

  Substitutes(SubstituteSteps steps, Settling settling) {
    this.steps = steps;
    this.settling = settling;
  }

  /**
   * Who could teach these sessions: first who is free at all of the times and has most of their
   * tags, then who is free, then the others.
   *
   * @param sessions at least one
   */
  public List<Candidate> candidates(List<EventId> sessions) {
    return steps.candidates(sessions);
  }

  /**
   * Lets somebody else teach.
   *
   * @param trainer null when nobody is found yet
   * @param despiteTrainer although they teach something else at one of the times
   */
  public Substitution substitute(
      List<EventId> sessions, @Nullable UserId trainer, boolean despiteTrainer) {
    return settling.settle(
        () -> steps.substitute(sessions, trainer, despiteTrainer), new Substitution.Unknown());
  }
}
