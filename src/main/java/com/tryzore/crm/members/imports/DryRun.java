package com.tryzore.crm.members.imports;

import com.tryzore.crm.members.MemberStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an import would do, found out without doing any of it.
 *
 * @param rows how many rows there are, without the header and blank ones
 * @param accepted how many of them can become members
 * @param rejected how many cannot
 * @param problems how many rows have each problem
 * @param warnings how many accepted rows have each warning
 * @param rejectedRows the first rejected rows, at most {@link #LISTED}
 * @param warnedRows the first accepted rows with a warning, at most {@link #LISTED}
 * @param duplicates the first possible duplicates, at most {@link #LISTED}
 * @param duplicateCounts how many possible duplicates there are of each kind
 * @param statuses how many accepted rows have each status
 * @param tags how often each tag is given
 * @param newTags tags that are made because the gym has none of that name
 * @param plans how often each plan is named
 * @param newPlans names of plans that the gym does not sell; they are kept as words
 * @param sample the first accepted rows, to look at before going on
 */
public record DryRun(
    int rows,
    int accepted,
    int rejected,
    Map<RowProblem, Integer> problems,
    Map<RowWarning, Integer> warnings,
    List<ImportRow.Rejected> rejectedRows,
    List<ImportRow.Accepted> warnedRows,
    List<Duplicate> duplicates,
    Map<Duplicate.Kind, Integer> duplicateCounts,
    Map<MemberStatus, Integer> statuses,
    Map<String, Integer> tags,
    Set<String> newTags,
    Map<String, Integer> plans,
    Set<String> newPlans,
    List<ImportRow.Accepted> sample) {

  /** How many rows a list shows; the counts beside it are complete. */
  public static final int LISTED = 2_000;

  /**
   * What becomes of the rows under given decisions.
   *
   * @param created new members
   * @param updated members of the gym who get what a row says
   * @param skipped rows left out as duplicates
   * @param rejected rows that cannot be taken
   */
  public record Totals(int created, int updated, int skipped, int rejected) {}

  /** What becomes of the rows under these decisions; single ones count for listed duplicates. */
  public Totals totals(DuplicateDecisions decisions) {
    Map<DuplicateDecision, Integer> count = new EnumMap<>(DuplicateDecision.class);
    count.put(DuplicateDecision.NEW, accepted);
    duplicateCounts.forEach(
        (kind, number) -> move(count, DuplicateDecision.NEW, decisions.of(0, kind), number));
    for (Duplicate duplicate : duplicates) {
      move(
          count,
          decisions.of(0, duplicate.kind()),
          decisions.of(duplicate.row(), duplicate.kind()),
          1);
    }
    return new Totals(
        count.getOrDefault(DuplicateDecision.NEW, 0),
        count.getOrDefault(DuplicateDecision.UPDATE, 0),
        count.getOrDefault(DuplicateDecision.SKIP, 0),
        rejected);
  }

  private static void move(
      Map<DuplicateDecision, Integer> count,
      DuplicateDecision from,
      DuplicateDecision to,
      int number) {
    count.merge(from, -number, Integer::sum);
    count.merge(to, number, Integer::sum);
  }
}
