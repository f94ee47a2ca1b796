package com.tryzore.crm.database.isolation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the trail must keep of each table, as the design says it: everything with personal data,
 * money, permissions or attendance. Written apart from the triggers.
 *
 * @param hidden columns whose values no trail may show
 * @param derived columns that follow from others and are not worth a line of their own
 */
record AuditRules(Set<String> hidden, Set<String> derived) {

  /** Kept by the database on every table. */
  private static final Set<String> BOOKKEEPING = Set.of("updated_at", "version");

  private static final Map<String, AuditRules> BY_TABLE = new TreeMap<>();

  /** Tables that need no trail of their own, and why. */
  private static final Map<String, String> WITHOUT =
      Map.of(
          "booking_turns", "holds nothing: rows to lock",
          "client_words", "follows from names and numbers, which are kept",
          "member_numbers", "the next number to give out; numbers given are kept with the standing",
          "import_files", "parts of a file; the import that has its digest is kept",
          "import_rows", "what became of a row; the client it made or changed is kept",
          "saved_views", "filters under a name: no personal data, money, right or attendance",
          "notifications", "what somebody was told and has read; what it tells of is kept",
          "notification_deliveries", "an outbox; what it sends is kept where it happened",
          "audit_logs", "the trail itself",
          "audit_seals", "seals on the trail");

  static {
    keep("organizations");
    keep("users").hide("password_hash").derive("last_signed_in_at");
    keep("user_organizations");
    keep("ui_sessions").hide("token_digest").derive("last_seen_at");
    keep("invitations").hide("token_digest");
    keep("clients").hide("medical_notes", "care_points");
    keep("client_organizations")
        .derive("sort_name", "visit_count", "first_visit_at", "last_visit_at", "photo_version");
    keep("client_photos").hide("image", "thumbnail");
    keep("client_notes");
    keep("visits");
    keep("hand_over_notes");
    keep("imports").derive("rows_done");
    keep("tags");
    keep("taggables");
    keep("rooms");
    keep("event_series").derive("made_until");
    keep("schedule_changes")
        .derive("series_before", "series_after", "events_before", "events_after");
    keep("timetable_imports").derive("lines");
    keep("events").derive("booked_count", "waitlist_count", "line_position", "during");
    keep("event_participants");
    keep("membership_plans");
    keep("membership_plan_locations");
    keep("memberships");
    keep("membership_pauses");
    keep("membership_usage");
    keep("notification_preferences");
  }

  private static AuditRules keep(String table) {
    AuditRules rules = new AuditRules(new TreeSet<>(), new TreeSet<>(BOOKKEEPING));
    BY_TABLE.put(table, rules);
    return rules;
  }

  private AuditRules hide(String... columns) {
    hidden.addAll(Set.of(columns));
    return this;
  }

  private AuditRules derive(String... columns) {
    derived.addAll(Set.of(columns));
    return this;
  }

  static boolean isKept(String table) {
    return BY_TABLE.containsKey(table);
  }

  static Set<String> kept() {
    return BY_TABLE.keySet();
  }

  static Set<String> without() {
    return WITHOUT.keySet();
  }

  static AuditRules of(String table) {
    AuditRules rules = BY_TABLE.get(table);
    if (rules == null) {
      throw new IllegalArgumentException("no trail is kept of " + table);
    }
    return rules;
  }
}
