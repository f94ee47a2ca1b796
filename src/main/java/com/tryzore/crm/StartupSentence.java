package com.tryzore.crm;

import com.tryzore.crm.database.StartupFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Puts the reason why the application cannot start into one sentence; the log has the rest. */
final class StartupSentence {

  private StartupSentence() {}

  static String of(Throwable failure) {
    Throwable root = failure;
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartupFailure expected) {
        return expected.getMessage();
      }
      if (cause instanceof PortInUseException port) {
        return StartupFailure.portInUse(port.getPort()).getMessage();
      }
      root = cause;
    }
    return "TryZore CRM cannot start (%s); the log in the data folder has the details."
        .formatted(root.toString().lines().findFirst().orElse(""));
  }
}
