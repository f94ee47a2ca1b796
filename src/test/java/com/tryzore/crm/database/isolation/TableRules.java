package com.tryzore.crm.database.isolation;

import com.tryzore.crm.access.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the design lets each tier do with one table; what no rule allows is refused. */
final class TableRules {

  /** Columns that no tier ever writes: they come from the database itself. */
  private static final Set<String> KEPT_BY_THE_DATABASE =
      Set.of("created_at", "updated_at", "version");

  /** Columns that are given when a row is made, and never change. */
  private static final Set<String> IDENTITY = Set.of("organization_id", "id");

  private record Rule(Verb verb, Tier floor, Which rows, @Nullable String right) {}

  private final String table;
  private final List<Rule> rules = new ArrayList<>();
  private final Set<String> hidden = new TreeSet<>();
  private final Set<String> kept = new TreeSet<>(KEPT_BY_THE_DATABASE);
  private final Set<String> fixed = new TreeSet<>(IDENTITY);
  private final Map<Tier, Set<String>> readable = new EnumMap<>(Tier.class);
  private final Map<Tier, Set<String>> updatable = new EnumMap<>(Tier.class);

  TableRules(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }

  /** The floor tier and all above may read these rows. */
  TableRules select(Tier floor, Which rows) {
    return rule(floor, rows, null, Verb.SELECT);
  }

  TableRules select(Tier floor, Which rows, String right) {
    return rule(floor, rows, right, Verb.SELECT);
  }

  /** The floor tier and all above may write these rows so. */
  TableRules write(Tier floor, Which rows, Verb... verbs) {
    return rule(floor, rows, null, verbs);
  }

  TableRules write(Tier floor, Which rows, String right, Verb... verbs) {
    return rule(floor, rows, right, verbs);
  }

  private TableRules rule(Tier floor, Which rows, @Nullable String right, Verb... verbs) {
    for (Verb verb : verbs) {
      rules.add(new Rule(verb, floor, rows, right));
    }
    return this;
  }

  /** No tier reads these columns by a plain select, whoever's row it is. */
  TableRules hidden(String... columns) {
    hidden.addAll(Arrays.asList(columns));
    return this;
  }

  /** The database alone writes these columns (counters, copies, what functions set). */
  TableRules kept(String... columns) {
    kept.addAll(Arrays.asList(columns));
    return this;
  }

  /** These columns are given once and never change afterwards. */
  TableRules fixed(String... columns) {
    fixed.addAll(Arrays.asList(columns));
    return this;
  }

  /** This tier may read these columns and no other. */
  TableRules reads(Tier tier, String... columns) {
    readable.put(tier, Set.of(columns));
    return this;
  }

  /** This tier may change these columns and no other. */
  TableRules updates(Tier tier, String... columns) {
    updatable.put(tier, Set.of(columns));
    return this;
  }

  /** Whatever the tier may update at all, it is one of these columns. */
  TableRules updates(String... columns) {
    for (Tier tier : Tier.values()) {
      updatable.putIfAbsent(tier, Set.of(columns));
    }
    return this;
  }

  boolean allows(Subject subject, Verb verb, Facts row) {
    return rules.stream()
        .anyMatch(
            rule ->
                rule.verb() == verb
                    && subject.atLeast(rule.floor())
                    && (rule.right() == null || subject.rights().contains(rule.right()))
                    && rule.rows().covers(subject, row));
  }

  /** The verbs that some rule lets a tier use on some row. */
  Set<Verb> verbsOf(Tier tier) {
    Set<Verb> verbs = EnumSet.noneOf(Verb.class);
    for (Rule rule : rules) {
      if (tier.atLeast(rule.floor())) {
        verbs.add(rule.verb());
      }
    }
    return verbs;
  }

  boolean allowsColumn(Tier tier, Verb verb, String column) {
    if (!verbsOf(tier).contains(verb)) {
      return false;
    }
    return switch (verb) {
      case SELECT ->
          !hidden.contains(column)
              && (!readable.containsKey(tier) || readable.get(tier).contains(column));
      case INSERT -> !kept.contains(column);
      case UPDATE ->
          !kept.contains(column)
              && !fixed.contains(column)
              && (!updatable.containsKey(tier) || updatable.get(tier).contains(column));
      case DELETE -> throw new IllegalArgumentException("whole rows are deleted, not columns");
    };
  }
}
