package com.tryzore.crm.members.imports;

import java.util.List;
import java.util.Optional;

/**
 * A row, and whom of the gym it may be.
 *
 * @param matches the members it may be, likeliest first; none for a row that cannot be taken
 */
public record ExaminedRow(ImportRow row, List<Match> matches) {
  public ExaminedRow {
    matches = List.copyOf(matches);
  }

  /** The row as a possible duplicate, if it is one. */
  public Optional<Duplicate> duplicate() {
    if (!(row instanceof ImportRow.Accepted accepted)) {
      return Optional.empty();
    }
    Duplicate.Kind kind;
    if (!matches.isEmpty() && matches.getFirst().likely()) {
      kind = Duplicate.Kind.SAME;
    } else if (accepted.likeRow() > 0) {
      kind = Duplicate.Kind.REPEATED;
    } else if (!matches.isEmpty()) {
      kind = Duplicate.Kind.SIMILAR;
    } else {
      return Optional.empty();
    }
    return Optional.of(
        new Duplicate(
            accepted.number(),
            accepted.member(),
            kind,
            kind == Duplicate.Kind.REPEATED ? List.of() : matches,
            accepted.likeRow()));
  }

  /** What is to be done with the row under these decisions. */
  public RowPlan plan(DuplicateDecisions decisions) {
    return switch (row) {
      case ImportRow.Rejected rejected -> new RowPlan.Reject(rejected);
      case ImportRow.Accepted accepted ->
          duplicate()
              .map(d -> plan(accepted, d, decisions))
              .orElse(new RowPlan.Create(accepted, false));
    };
  }

  private RowPlan plan(
      ImportRow.Accepted accepted, Duplicate duplicate, DuplicateDecisions decisions) {
    return switch (decisions.of(accepted.number(), duplicate.kind())) {
      case SKIP -> new RowPlan.Skip(accepted, duplicate);
      case UPDATE -> new RowPlan.Update(accepted, duplicate.matches().getFirst().member());
      case NEW -> new RowPlan.Create(accepted, numberIsTaken());
    };
  }

  private boolean numberIsTaken() {
    return matches.stream().anyMatch(match -> match.on().contains(Match.On.MEMBER_NUMBER));
  }
}
