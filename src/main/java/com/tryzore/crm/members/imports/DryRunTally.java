package com.tryzore.crm.members.imports;

import com.tryzore.crm.members.MemberStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts rows while they stream by and keeps only the first of each list. */
final class DryRunTally {
  /** More different tags, or plans, than this are no tags: the wrong column is mapped. */
  private static final int MOST_NAMES = 500;

  private static final int SAMPLE = 20;

  private final Map<RowProblem, Integer> problems = new EnumMap<>(RowProblem.class);
  private final Map<RowWarning, Integer> warnings = new EnumMap<>(RowWarning.class);
  private final Map<Duplicate.Kind, Integer> duplicateCounts = new EnumMap<>(Duplicate.Kind.class);
  private final Map<MemberStatus, Integer> statuses = new EnumMap<>(MemberStatus.class);
  private final Map<String, Integer> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Integer> plans = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<ImportRow.Rejected> rejectedRows = new ArrayList<>();
  private final List<ImportRow.Accepted> warnedRows = new ArrayList<>();
  private final List<Duplicate> duplicates = new ArrayList<>();
  private final List<ImportRow.Accepted> sample = new ArrayList<>();
  private int accepted;
  private int rejected;

  void add(ExaminedRow examined) {
    switch (examined.row()) {
      case ImportRow.Accepted row -> accepted(row);
      case ImportRow.Rejected row -> rejected(row);
    }
    examined.duplicate().ifPresent(this::duplicate);
  }

  private void accepted(ImportRow.Accepted row) {
    accepted++;
    statuses.merge(row.member().status(), 1, Integer::sum);
    row.warnings().forEach(warning -> warnings.merge(warning, 1, Integer::sum));
    if (!row.warnings().isEmpty() && warnedRows.size() < DryRun.LISTED) {
      warnedRows.add(row);
    }
    row.member().tags().forEach(tag -> count(tags, tag));
    if (row.member().planName() != null) {
      count(plans, row.member().planName());
    }
    if (sample.size() < SAMPLE) {
      sample.add(row);
    }
  }

  private static void count(Map<String, Integer> names, String name) {
    if (names.size() <= MOST_NAMES || names.containsKey(name)) {
      names.merge(name, 1, Integer::sum);
    }
  }

  private void rejected(ImportRow.Rejected row) {
    rejected++;
    Set<RowProblem> kinds = EnumSet.noneOf(RowProblem.class);
    row.problems().forEach(problem -> kinds.add(problem.problem()));
    kinds.forEach(problem -> problems.merge(problem, 1, Integer::sum));
    if (rejectedRows.size() < DryRun.LISTED) {
      rejectedRows.add(row);
    }
  }

  private void duplicate(Duplicate duplicate) {
    duplicateCounts.merge(duplicate.kind(), 1, Integer::sum);
    if (duplicates.size() < DryRun.LISTED) {
      duplicates.add(duplicate);
    }
  }

  /** What the mapping got wrong, as only the whole file can tell. */
  List<MappingProblem> mappingProblems() {
    List<MappingProblem> wrong = new ArrayList<>();
    if (tags.size() > MOST_NAMES) {
      wrong.add(new MappingProblem(MappingProblem.Kind.TOO_MANY_NAMES, ImportField.TAGS));
    }
    if (plans.size() > MOST_NAMES) {
      wrong.add(new MappingProblem(MappingProblem.Kind.TOO_MANY_NAMES, ImportField.PLAN));
    }
    return wrong;
  }

  DryRun dryRun(ExistingMembers existing) {
    return new DryRun(
        accepted + rejected,
        accepted,
        rejected,
        problems,
        warnings,
        List.copyOf(rejectedRows),
        List.copyOf(warnedRows),
        List.copyOf(duplicates),
        duplicateCounts,
        statuses,
        tags,
        unknown(tags.keySet(), existing.tags()),
        plans,
        unknown(plans.keySet(), existing.plans()),
        List.copyOf(sample));
  }

  private static Set<String> unknown(Collection<String> names, Set<String> known) {
    Set<String> unknown = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : names) {
      if (!known.contains(name.toLowerCase(Locale.ROOT))) {
        unknown.add(name);
      }
    }
    return unknown;
  }
}
