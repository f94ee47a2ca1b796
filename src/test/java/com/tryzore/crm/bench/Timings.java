package com.tryzore.crm.bench;

import java.util.Arrays;
import java.util.Locale;

/** How long something took, many times. */
final class Timings {
  private final long[] nanos;

  /**
   * @param nanos each time
   */
  Timings(long... nanos) {
    this.nanos = nanos.clone();
    Arrays.sort(this.nanos);
  }

  /** How many times. */
  int count() {
    return nanos.length;
  }

  /** The middle one, in milliseconds. */
  double median() {
    return percentile(0.5);
  }

  /** In milliseconds; nineteen of twenty were faster. */
  double p95() {
    return percentile(0.95);
  }

  /** The slowest, in milliseconds. */
  double max() {
    return percentile(1);
  }

  private double percentile(double part) {
    return nanos[(int) Math.min(nanos.length - 1, Math.floor(part * nanos.length))] / 1e6;
  }

  static String text(double milliseconds) {
    return String.format(Locale.ROOT, milliseconds < 10 ? "%.2f" : "%.0f", milliseconds);
  }
}
