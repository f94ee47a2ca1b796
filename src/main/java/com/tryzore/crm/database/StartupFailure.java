package com.tryzore.crm.database;

import org.jspecify.annotations.Nullable;

/**
 * The application cannot start, and the reason is one that its operator can mend. The message is
 * the one sentence that stands on the console, so it says what is wrong and what to do.
 */
public class StartupFailure extends RuntimeException {

  public StartupFailure(String sentence) {
    this(sentence, null);
  }

  public StartupFailure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
