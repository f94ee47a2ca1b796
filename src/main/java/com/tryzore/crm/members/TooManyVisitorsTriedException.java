package com.tryzore.crm.members;

/** So many numbers were tried that nobody has that this account has to wait a few minutes. */
public class TooManyVisitorsTriedException extends RuntimeException {

  TooManyVisitorsTriedException(Throwable cause) {
    super("Too many numbers were tried that nobody has", cause);
  }
}
