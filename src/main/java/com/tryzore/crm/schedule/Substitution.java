package com.tryzore.crm.schedule;

import java.util.List;

/** What became of the wish that somebody else teaches. Only {@link Done} wrote anything. */
public sealed interface Substitution {

  /**
   * Done.
   *
   * @param sessions how many
   * @param change to be undone
   */
  record Done(int sessions, ChangeId change) implements Substitution {}

  /** The substitute teaches something else then: ask again saying despite. */
  record TrainerBusy(List<Clash> by) implements Substitution {}

  /** One of the sessions has begun. */
  record HasBegun() implements Substitution {}

  /** There is no such session or trainer at this gym, or it is cancelled. */
  record Unknown() implements Substitution {}
}
