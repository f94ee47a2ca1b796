package com.tryzore.crm.shell;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An error as the log may have it: its kind, its place and the database's code, but none of its
 * words, for a database quotes the row that it refuses.
 */
final class Redacted extends Exception {

  private static final int DEEPEST = 10;

  private Redacted(String kind, StackTraceElement[] place, @Nullable Throwable cause) {
    super(kind, cause, false, true);
    setStackTrace(place);
  }

  static @Nullable Throwable of(@Nullable Throwable error) {
    return of(error, 0);
  }

  private static @Nullable Throwable of(@Nullable Throwable error, int depth) {
    if (error == null || depth == DEEPEST) {
      return null;
    }
    String kind = error.getClass().getName();
    if (error instanceof SQLException refused) {
      kind += " [" + refused.getSQLState() + "]";
    }
    return new Redacted(kind, error.getStackTrace(), of(error.getCause(), depth + 1));
  }
}
