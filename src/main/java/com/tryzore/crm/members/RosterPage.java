package com.tryzore.crm.members;

import java.util.List;

/**
 * The first rows of a list, and how many there are in all.
 *
 * @param rows at most {@link MemberRoster#PAGE}
 * @param count all of them
 */
public record RosterPage(List<RosterRow> rows, RosterCount count) {

  public RosterPage {
    rows = List.copyOf(rows);
  }
}
