package com.tryzore.crm.members;

/**
 * How the roster is sorted.
 *
 * @param by what by
 * @param descending the other way round
 */
public record RosterOrder(By by, boolean descending) {

  /** By what matches best while something is typed, by name otherwise. */
  public static final RosterOrder NATURAL = new RosterOrder(By.BEST, false);

  /**
   * What to sort by. Every column has an index in this order that begins with the organization, so
   * that a page is read from it; those who have no value stand at the start of time (never here,
   * date of joining unknown) or at its end (no end).
   */
  public enum By {
    BEST("sort_name", ""),
    NAME("sort_name", ""),
    NUMBER("member_number", ""),
    ENDS("valid_until", "last"),
    JOINED("joined_on", "first"),
    LAST_VISIT("last_visit_at", "first");

    private final String column;
    private final String absent;

    By(String column, String absent) {
      this.column = column;
      this.absent = absent;
    }

    private String present() {
      return absent.equals("first") ? "last" : "first";
    }
  }

  /** The same by another column: again the same turns it round. */
  public RosterOrder clicked(By column) {
    return new RosterOrder(column, by == column && !descending);
  }

  /** The column of {@code client_organizations} that is sorted by; by name for what fits best. */
  String column() {
    return by.column;
  }

  /**
   * As the end of an {@code order by}.
   *
   * @param sorted the column that is sorted by, as it is called there
   * @param client the column with the client's id, which settles ties
   */
  String sql(String sorted, String client) {
    String direction = descending ? " desc" : "";
    String nulls = by.absent.isEmpty() ? "" : " nulls " + (descending ? by.present() : by.absent);
    return "%s%s%s, %s%s".formatted(sorted, direction, nulls, client, direction);
  }
}
