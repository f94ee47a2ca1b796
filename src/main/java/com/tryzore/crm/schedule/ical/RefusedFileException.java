package com.tryzore.crm.schedule.ical;

/** Carries the refusal of a file to the top of the reader; never leaves this package. */
final class RefusedFileException extends Exception {

  private final TimetableReading.Reason reason;
  private final int line;

  RefusedFileException(TimetableReading.Reason reason, int line) {
    super(reason.word(), null, false, false);
    this.reason = reason;
    this.line = line;
  }

  TimetableReading.Refused result() {
    return new TimetableReading.Refused(reason, line);
  }
}
