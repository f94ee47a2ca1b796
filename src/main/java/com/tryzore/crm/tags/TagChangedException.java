package com.tryzore.crm.tags;

import org.springframework.dao.OptimisticLockingFailureException;

/** Somebody else has changed the tag since it was read; nothing was saved. */
public class TagChangedException extends OptimisticLockingFailureException {

  private final TagUse theirs;

  TagChangedException(TagUse theirs) {
    super("The tag was changed meanwhile: " + theirs.tag().id());
    this.theirs = theirs;
  }

  /** The tag as it is now. */
  public TagUse theirs() {
    return theirs;
  }
}
