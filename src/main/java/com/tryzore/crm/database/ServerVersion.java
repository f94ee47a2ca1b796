package com.tryzore.crm.database;

/**
 * A PostgreSQL server's version as {@code server_version_num} gives it: major × 10,000 + minor.
 *
 * @param number for example 180006 for 18.6
 */
record ServerVersion(int number) {

  private static final int OLDEST = 18;

  int major() {
    return number / 10_000;
  }

  int minor() {
    return number % 10_000;
  }

  boolean isTooOld() {
    return major() < OLDEST;
  }

  /**
   * Whether {@code insert … on conflict do update} reads rows past Row Level Security on this
   * server (CVE-2026-120154; mended in 18.7, 17.12, 16.16 and 15.20). No bound role uses that
   * statement, yet whoever can inject SQL could.
   */
  boolean leaksThroughOnConflict() {
    return switch (major()) {
      case 18 -> minor() < 7;
      case 17 -> minor() < 12;
      case 16 -> minor() < 16;
      case 15 -> minor() < 20;
      default -> major() < 15;
    };
  }

  /** The warning for console and health report; empty when there is nothing to warn of. */
  String warning() {
    return leaksThroughOnConflict()
        ? "PostgreSQL %s is affected by CVE-2026-120154; update it to 18.7 or newer."
            .formatted(this)
        : "";
  }

  /** As people write it, such as 18.6. */
  @Override
  public String toString() {
    return major() + "." + minor();
  }
}
