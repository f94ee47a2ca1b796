package com.tryzore.crm.members.imports;

/** What the dates of one column tell about their order, gathered cell by cell. */
final class DateEvidence {
  private int written;
  private int yearFirst;
  private int dotted;
  private int namedMonth;
  private int onlyDayFirst;
  private int onlyMonthFirst;
  private int eitherWay;

  void add(String cell) {
    DateText.parts(cell, DateOrder.YEAR_MONTH_DAY).ifPresent(this::add);
  }

  private void add(DateText.Parts parts) {
    if (!mayBeDate(parts)) {
      return;
    }
    written++;
    if (parts.shape() == DateText.Shape.YEAR_FIRST) {
      yearFirst++;
    } else if (parts.monthNamed()) {
      namedMonth++;
    } else {
      dotted += parts.shape() == DateText.Shape.DOTTED ? 1 : 0;
      onlyDayFirst += parts.first() > 12 && parts.second() <= 12 ? 1 : 0;
      onlyMonthFirst += parts.second() > 12 && parts.first() <= 12 ? 1 : 0;
      eitherWay += parts.first() <= 12 && parts.second() <= 12 ? 1 : 0;
    }
  }

  private static boolean mayBeDate(DateText.Parts parts) {
    return parts.shape() == DateText.Shape.YEAR_FIRST
        ? parts.second() <= 12 && parts.third() <= 31
        : parts.first() <= 31 && parts.second() <= 31;
  }

  /** How many cells are written like a date. */
  int written() {
    return written;
  }

  /** Adds what another column of the same file tells: one program writes one way. */
  void addAll(DateEvidence other) {
    written += other.written;
    yearFirst += other.yearFirst;
    dotted += other.dotted;
    namedMonth += other.namedMonth;
    onlyDayFirst += other.onlyDayFirst;
    onlyMonthFirst += other.onlyMonthFirst;
    eitherWay += other.eitherWay;
  }

  /** Whether nothing in the column decides between day first and month first. */
  boolean isOpen() {
    return onlyDayFirst == 0 && onlyMonthFirst == 0 && dotted == 0 && eitherWay > 0;
  }

  /**
   * The likeliest order.
   *
   * @param usual what is usual where the gym is, when nothing decides
   */
  DateGuess guess(DateOrder usual) {
    boolean yearLast = onlyDayFirst + onlyMonthFirst + eitherWay > 0;
    if (!yearLast) {
      DateOrder order =
          yearFirst >= namedMonth ? DateOrder.YEAR_MONTH_DAY : DateOrder.DAY_MONTH_YEAR;
      return new DateGuess(order, DateGuess.Certainty.CERTAIN);
    }
    if (onlyDayFirst > 0 && onlyMonthFirst > 0) {
      DateOrder order =
          onlyDayFirst >= onlyMonthFirst ? DateOrder.DAY_MONTH_YEAR : DateOrder.MONTH_DAY_YEAR;
      boolean oneStray =
          Math.min(onlyDayFirst, onlyMonthFirst) * 20 < onlyDayFirst + onlyMonthFirst;
      return new DateGuess(
          order, oneStray ? DateGuess.Certainty.CERTAIN : DateGuess.Certainty.MIXED);
    }
    if (onlyMonthFirst > 0) {
      return new DateGuess(DateOrder.MONTH_DAY_YEAR, DateGuess.Certainty.CERTAIN);
    }
    if (onlyDayFirst > 0 || dotted > 0) {
      return new DateGuess(DateOrder.DAY_MONTH_YEAR, DateGuess.Certainty.CERTAIN);
    }
    DateOrder open = usual == DateOrder.MONTH_DAY_YEAR ? usual : DateOrder.DAY_MONTH_YEAR;
    return new DateGuess(open, DateGuess.Certainty.AMBIGUOUS);
  }
}
