package com.tryzore.crm.members;

import com.tryzore.crm.tags.TagId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom the roster shows: every member who meets all of it. What is empty does not count.
 *
 * @param typed words as for {@link MemberSearch#find}
 * @param statuses any of these, as of today
 * @param plans any of these plan names
 * @param tags any of these tags
 * @param joinedFrom the earliest day of joining
 * @param joinedTo the latest day of joining
 * @param lastVisit when they were last here
 * @param endsWithin the membership's last day is today or at most so many days ahead
 */
public record RosterFilter(
    String typed,
    Set<MemberStatus> statuses,
    Set<String> plans,
    Set<TagId> tags,
    @Nullable LocalDate joinedFrom,
    @Nullable LocalDate joinedTo,
    Optional<LastVisit> lastVisit,
    OptionalInt endsWithin) {

  /** Everybody. */
  public static final RosterFilter NONE = typed("");

  public RosterFilter {
    statuses = Set.copyOf(statuses);
    plans = Set.copyOf(plans);
    tags = Set.copyOf(tags);
  }

  /** Everybody who answers to these words. */
  public static RosterFilter typed(String words) {
    return new RosterFilter(
        words, Set.of(), Set.of(), Set.of(), null, null, Optional.empty(), OptionalInt.empty());
  }

  /** Whether nobody is left out. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
