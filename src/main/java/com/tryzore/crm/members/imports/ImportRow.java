package com.tryzore.crm.members.imports;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of one row. */
public sealed interface ImportRow {
  /** Counted from the header, which is 1. */
  int number();

  /**
   * A row that can become a member.
   *
   * @param likeRow the earlier row of the file that is probably the same person, or 0
   */
  record Accepted(int number, MemberDraft member, Set<RowWarning> warnings, int likeRow)
      implements ImportRow {
    public Accepted {
      warnings = Set.copyOf(warnings);
    }
  }

  /**
   * A row that cannot.
   *
   * @param problems everything that is wrong with it
   * @param memberNumber what stands in that column, to find the row by
   * @param name what stands in the name columns
   */
  record Rejected(
      int number, List<ProblemAt> problems, @Nullable String memberNumber, @Nullable String name)
      implements ImportRow {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
