package com.tryzore.crm.members.imports;

/** What is to be done with one row. */
public sealed interface RowPlan {
  /**
   * Make a member.
   *
   * @param numberTaken whether another member of the gym has the number, so that a new one is given
   */
  record Create(ImportRow.Accepted row, boolean numberTaken) implements RowPlan {}

  /** Give a member of the gym what the row says. */
  record Update(ImportRow.Accepted row, ExistingMember member) implements RowPlan {}

  /** Leave the row out, for its person is there already. */
  record Skip(ImportRow.Accepted row, Duplicate because) implements RowPlan {}

  /** The row cannot be taken. */
  record Reject(ImportRow.Rejected row) implements RowPlan {}
}
