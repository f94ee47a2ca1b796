package com.tryzore.crm.frontdesk;

/** What became of taking a check-in back. */
public enum Undo {
  /** The visit does not count any more. */
  DONE,
  /** Somebody had undone it before. */
  ALREADY,
  /** No such visit here. */
  UNKNOWN
}
