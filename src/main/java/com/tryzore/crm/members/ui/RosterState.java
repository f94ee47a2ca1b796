package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.LastVisit;
import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.members.RosterColumn;
import com.tryzore.crm.members.RosterFilter;
import com.tryzore.crm.members.RosterOrder;
import com.tryzore.crm.tags.TagId;
import com.tryzore.crm.ui.DateSpan;
import com.tryzore.crm.ui.QueryState;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The roster's filters and order as they stand in its address. */
final class RosterState {

  static final String TYPED = "q";
  static final String STATUS = "status";
  static final String PLAN = "plan";
  static final String TAG = "tag";
  static final String JOINED = "joined";
  static final String VISIT = "visit";
  static final String ENDS = "ends";
  static final String SORT = "sort";
  static final String DESCENDING = "desc";
  static final String COLUMN = "column";

  /** The columns beside the name when the address names none. */
  static final Set<RosterColumn> USUAL =
      Set.of(
          RosterColumn.STATUS,
          RosterColumn.PLAN,
          RosterColumn.ENDS,
          RosterColumn.LAST_VISIT,
          RosterColumn.TAGS);

  private RosterState() {}

  static RosterFilter filter(QueryState state) {
    Optional<DateSpan> joined = DateSpan.parse(state.text(JOINED));
    return new RosterFilter(
        state.text(TYPED),
        Set.copyOf(state.choices(STATUS, MemberStatus.class)),
        new HashSet<>(state.texts(PLAN)),
        state.texts(TAG).stream()
            .map(TagId::parse)
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()),
        joined.map(DateSpan::from).orElse(null),
        joined.map(DateSpan::to).orElse(null),
        visit(state.text(VISIT)),
        state
            .number(ENDS)
            .filter(days -> days >= 0 && days <= 3650)
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()));
  }

  static RosterOrder order(QueryState state) {
    return state
        .choice(SORT, RosterOrder.By.class)
        .map(by -> new RosterOrder(by, state.flag(DESCENDING)))
        .orElse(RosterOrder.NATURAL);
  }

  static Set<RosterColumn> columns(QueryState state) {
    Set<RosterColumn> named = new HashSet<>(state.choices(COLUMN, RosterColumn.class));
    return named.isEmpty() ? USUAL : named;
  }

  /** The usual columns are not named, so that addresses stay short. */
  static QueryState withColumns(QueryState state, Set<RosterColumn> columns) {
    return columns.equals(USUAL)
        ? state.without(COLUMN)
        : state.with(COLUMN, columns.stream().sorted().map(QueryState::word).toList());
  }

  static QueryState sorted(QueryState state, RosterOrder.By by, boolean descending) {
    return by == RosterOrder.By.BEST
        ? state.without(SORT, DESCENDING)
        : state.with(SORT, by).with(DESCENDING, descending ? "true" : "");
  }

  private static Optional<LastVisit> visit(String text) {
    return switch (text) {
      case "within-7" -> Optional.of(new LastVisit.Within(7));
      case "within-30" -> Optional.of(new LastVisit.Within(30));
      case "not-30" -> Optional.of(new LastVisit.NotFor(30));
      case "not-90" -> Optional.of(new LastVisit.NotFor(90));
      case "never" -> Optional.of(new LastVisit.Never());
      default -> Optional.empty();
    };
  }
}
