package com.tryzore.crm.database;

import org.jspecify.annotations.Nullable;

/**
 * The application cannot start, and the reason is one that its operator can mend. The message is
 * the one sentence that stands on the console, so it says what is wrong and what to do.
 */
public class StartupFailure extends RuntimeException {

  private final String sentence;

  public StartupFailure(String sentence) {
    this(sentence, null);
  }

  public StartupFailure(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  /** Somebody else listens on the port that the application should serve. */
  public static StartupFailure portInUse(int port) {
    return new StartupFailure(
        "Port %d is already in use; stop what listens there, or choose another with --port."
            .formatted(port));
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
