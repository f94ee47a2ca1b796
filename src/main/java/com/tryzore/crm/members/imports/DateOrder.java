package com.tryzore.crm.members.imports;

/**
 * In which order a column writes day, month and year. What stands between them (full stop, slash,
 * dash, blank) does not matter, nor whether the month is a number or a name.
 */
public enum DateOrder {
  /** 2026-12-31, the order of ISO 8601. */
  YEAR_MONTH_DAY,
  /** 31.12.2026 or 31/12/2026. */
  DAY_MONTH_YEAR,
  /** 12/31/2026. */
  MONTH_DAY_YEAR;

  /** The key of its name on screen. */
  public String messageKey() {
    return "members.import.date-order." + MessageKeys.kebab(this);
  }
}
