package com.tryzore.crm.members.imports;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What an import must know of the gym it is for.
 *
 * @param today the date at the gym
 * @param region ISO 3166 code of the gym's country; guesses for phones and open dates lean on it
 * @param limits how large a list may be
 */
public record ImportContext(LocalDate today, String region, ImportLimits limits) {
  /** An import of usual size. */
  public static ImportContext of(LocalDate today, String region) {
    return new ImportContext(today, region.toUpperCase(Locale.ROOT), ImportLimits.USUAL);
  }

  /** The order of day and month that people there expect. */
  DateOrder usualDateOrder() {
    return region.equals("US") || region.equals("PH")
        ? DateOrder.MONTH_DAY_YEAR
        : DateOrder.DAY_MONTH_YEAR;
  }
}
