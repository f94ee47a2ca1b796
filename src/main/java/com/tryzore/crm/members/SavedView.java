package com.tryzore.crm.members;

import java.util.UUID;

/**
 * The roster's filters, sort and columns under a name.
 *
 * @param id which one
 * @param name as its owner called it
 * @param query the query part of the roster's address
 * @param shared whether colleagues see it, too
 * @param own whether it belongs to who asks
 */
public record SavedView(UUID id, String name, String query, boolean shared, boolean own) {

  /** The most characters a name may have. */
  public static final int LONGEST_NAME = 80;

  /** The most characters a query may have. */
  public static final int LONGEST_QUERY = 2000;
}
