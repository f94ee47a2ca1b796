package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.ADMIN;
import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.OWNER;
import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.access.Tier.TRAINER;
import static com.tryzore.crm.database.isolation.Verb.DELETE;
import static com.tryzore.crm.database.isolation.Verb.INSERT;
import static com.tryzore.crm.database.isolation.Verb.UPDATE;
import static com.tryzore.crm.database.isolation.Which.HERE;
import static com.tryzore.crm.database.isolation.Which.IN_OWN_NAME;
import static com.tryzore.crm.database.isolation.Which.OF_OWN_CLIENTS;
import static com.tryzore.crm.database.isolation.Which.OF_THE_CHAIN_ABOVE;
import static com.tryzore.crm.database.isolation.Which.OF_THE_HOUSE;
import static com.tryzore.crm.database.isolation.Which.OPENABLE;
import static com.tryzore.crm.database.isolation.Which.OWN;
import static com.tryzore.crm.database.isolation.Which.ROLE_BELOW;
import static com.tryzore.crm.database.isolation.Which.SELF;
import static com.tryzore.crm.database.isolation.Which.SHARED;
import static com.tryzore.crm.database.isolation.Which.TAUGHT;
import static com.tryzore.crm.database.isolation.Which.WORKING_HERE;

import com.tryzore.crm.access.Tier;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What each tier may do with each table, as the design says it. Written before and apart from the
 * policies; where the two differ, one of them is wrong. A tier named as a floor includes those
 * above it. Where the policies were found narrower for a good reason, the rule here was narrowed to
 * match and the reason stands beside it.
 */
final class Oracle {

  private static final List<TableRules> TABLES =
      List.of(
          // ---- organizations, accounts, binding
          on("organizations")
              .select(MEMBER, OPENABLE)
              .write(OWNER, HERE, UPDATE)
              .kept("slug", "parent_organization_id"),
          // Trainers and members know colleagues by name; e-mail addresses are for the desk.
          on("users")
              .select(MEMBER, SELF)
              .select(MEMBER, WORKING_HERE)
              .select(STAFF, OF_THE_HOUSE)
              .write(MEMBER, SELF, UPDATE)
              .hidden("password_hash", "workos_id")
              .reads(TRAINER, "id", "display_name", "locale")
              .reads(MEMBER, "id", "display_name", "locale")
              .updates("display_name", "locale"),
          // Accounts are made by access.invite alone, so that nobody is attached unasked. An owner
          // may step down or be put down by another, but no session ever makes an owner.
          on("user_organizations")
              .select(MEMBER, OWN)
              .select(STAFF, HERE)
              .write(ADMIN, ROLE_BELOW, "staff.manage", UPDATE, DELETE)
              .write(OWNER, HERE, UPDATE, DELETE)
              .updates("role", "status", "is_primary", "permissions"),
          on("invitations")
              .select(ADMIN, HERE)
              .write(ADMIN, ROLE_BELOW, "staff.manage", UPDATE)
              .hidden("token_digest")
              .updates("withdrawn_at"),
          on("ui_sessions"),
          // ---- clients
          on("clients")
              .select(MEMBER, OWN)
              .select(STAFF, HERE)
              .write(STAFF, HERE, INSERT, UPDATE)
              .hidden("medical_notes", "care_points")
              .kept("erased_at")
              .fixed("user_id", "import_id"),
          // Clients of another gym of the chain are admitted by members.admit_visitor.
          on("client_organizations")
              .select(MEMBER, OWN)
              .select(STAFF, HERE)
              .write(STAFF, OF_OWN_CLIENTS, INSERT)
              .write(STAFF, HERE, UPDATE)
              .kept("given_name", "family_name", "sort_name", "photo_version")
              .kept("visit_count", "first_visit_at", "last_visit_at")
              .fixed("client_id", "home_organization_id"),
          on("client_words").select(STAFF, HERE),
          on("member_numbers").select(STAFF, HERE),
          // Members see their own through members.photo.
          on("client_photos")
              .select(STAFF, HERE)
              .write(STAFF, HERE, INSERT, UPDATE, DELETE)
              .fixed("client_id"),
          // Admins put away what others wrote; changing the words is the author's alone.
          on("client_notes")
              .select(STAFF, HERE)
              .write(STAFF, IN_OWN_NAME, INSERT, UPDATE)
              .write(ADMIN, HERE, UPDATE)
              .fixed("client_id", "written_by"),
          on("visits")
              .select(MEMBER, OWN)
              .select(STAFF, HERE)
              .write(STAFF, IN_OWN_NAME, INSERT)
              .write(STAFF, HERE, UPDATE)
              .updates("undone_at", "undone_by"),
          on("hand_over_notes")
              .select(STAFF, HERE)
              .write(STAFF, IN_OWN_NAME, INSERT)
              .write(STAFF, HERE, UPDATE)
              .fixed("written_by"),
          on("imports")
              .select(STAFF, HERE, "members.import")
              .write(STAFF, IN_OWN_NAME, "members.import", INSERT)
              .write(STAFF, HERE, "members.import", UPDATE)
              .fixed("started_by", "file_name", "file_bytes", "content_sha256"),
          on("import_files")
              .select(STAFF, HERE, "members.import")
              .write(STAFF, HERE, "members.import", INSERT, DELETE),
          // What members were before, medical notes included, is kept and used by functions only.
          on("import_rows")
              .select(STAFF, HERE, "members.import")
              .write(STAFF, HERE, "members.import", INSERT)
              .hidden("before")
              .kept("before"),
          on("saved_views")
              .select(MEMBER, OWN)
              .select(STAFF, SHARED)
              .write(MEMBER, OWN, INSERT, UPDATE, DELETE)
              .fixed("user_id", "screen"),
          // ---- tags: archived, never deleted
          on("tags").select(TRAINER, HERE).write(STAFF, HERE, INSERT, UPDATE),
          on("taggables")
              .select(TRAINER, HERE)
              .write(STAFF, IN_OWN_NAME, INSERT)
              .write(STAFF, HERE, DELETE),
          // ---- schedule: cancelled, ended or archived, never deleted
          on("rooms").select(MEMBER, HERE).write(STAFF, HERE, "schedule.edit", INSERT, UPDATE),
          on("event_series")
              .select(MEMBER, HERE)
              .write(STAFF, HERE, "schedule.edit", INSERT, UPDATE)
              .kept("made_until")
              .fixed("kind", "continues_id"),
          on("events")
              .select(MEMBER, HERE)
              .write(STAFF, HERE, "schedule.edit", INSERT, UPDATE)
              .kept("booked_count", "waitlist_count", "line_position", "during")
              .fixed("source_uid"),
          on("schedule_changes")
              .select(STAFF, HERE)
              .write(STAFF, IN_OWN_NAME, "schedule.edit", INSERT)
              .write(STAFF, HERE, "schedule.edit", UPDATE)
              .updates("undone_at", "undone_by"),
          on("timetable_imports")
              .select(STAFF, HERE)
              .write(STAFF, IN_OWN_NAME, "schedule.edit", INSERT)
              .write(STAFF, HERE, "schedule.edit", UPDATE)
              .updates("undone_at", "undone_by"),
          on("event_participants")
              .select(MEMBER, OWN)
              .select(TRAINER, TAUGHT)
              .select(STAFF, HERE)
              .write(STAFF, IN_OWN_NAME, INSERT)
              .write(STAFF, HERE, UPDATE)
              .write(TRAINER, TAUGHT, UPDATE)
              .kept("promoted_at", "left_position", "dropped_for", "visit_id")
              .fixed("event_id", "client_id", "booked_by")
              .updates(TRAINER, "status", "checked_in_at"),
          on("booking_turns"),
          // ---- plans and memberships: archived or cancelled, never deleted
          on("membership_plans")
              .select(MEMBER, HERE)
              .select(MEMBER, OF_THE_CHAIN_ABOVE)
              .write(ADMIN, HERE, "plans.edit", INSERT, UPDATE),
          on("membership_plan_locations")
              .select(MEMBER, HERE)
              .select(MEMBER, OF_THE_CHAIN_ABOVE)
              .write(ADMIN, HERE, "plans.edit", INSERT, DELETE),
          on("memberships")
              .select(MEMBER, OWN)
              .select(STAFF, HERE)
              .write(STAFF, IN_OWN_NAME, INSERT)
              .write(STAFF, HERE, UPDATE)
              // The database works the other columns out.
              .kept("ends_on", "minimum_until", "next_billing_on", "auto_renew")
              .kept("cancelled_at", "cancelled_by")
              .fixed("client_id", "sold_by", "status"),
          on("membership_pauses")
              .select(MEMBER, OWN)
              .select(STAFF, HERE)
              .write(STAFF, IN_OWN_NAME, INSERT)
              .write(STAFF, HERE, UPDATE)
              .fixed("membership_id", "made_by"),
          on("membership_usage")
              .select(MEMBER, OWN)
              .select(STAFF, HERE)
              .write(STAFF, IN_OWN_NAME, INSERT),
          // ---- notifications
          on("notifications")
              .select(MEMBER, OWN)
              .write(MEMBER, OWN, UPDATE)
              .updates("read_at", "snoozed_until"),
          on("notification_preferences")
              .select(MEMBER, OWN)
              .write(MEMBER, OWN, INSERT, UPDATE)
              .fixed("user_id"),
          on("notification_deliveries"),
          // ---- audit
          on("audit_logs").select(OWNER, HERE),
          on("audit_seals").select(OWNER, HERE));

  private static final Map<String, TableRules> BY_NAME =
      TABLES.stream().collect(Collectors.toMap(TableRules::table, Function.identity()));

  /** The tiers that hold each right unless their account says otherwise. */
  private static final Map<String, Tier> RIGHTS_BY_DEFAULT =
      Map.of(
          "members.export", ADMIN,
          "members.medical", STAFF,
          "members.import", STAFF,
          "memberships.override", ADMIN,
          "schedule.edit", STAFF,
          "plans.edit", ADMIN,
          "checkin.override", STAFF,
          "staff.manage", ADMIN);

  /** The tiers to which a right can be granted at all; the others never hold it. */
  private static final Map<String, Tier> RIGHTS_AT_MOST_DOWN_TO =
      Map.of(
          "members.export", STAFF,
          "members.medical", STAFF,
          "members.import", STAFF,
          "memberships.override", STAFF,
          "schedule.edit", STAFF,
          "plans.edit", ADMIN,
          "checkin.override", STAFF,
          "staff.manage", ADMIN);

  private Oracle() {}

  private static TableRules on(String table) {
    return new TableRules(table);
  }

  static Set<String> tables() {
    return BY_NAME.keySet();
  }

  static TableRules of(String table) {
    TableRules rules = BY_NAME.get(table);
    if (rules == null) {
      throw new IllegalArgumentException("the oracle says nothing about " + table);
    }
    return rules;
  }

  static Set<String> rights() {
    return RIGHTS_BY_DEFAULT.keySet();
  }

  static boolean grantable(Tier tier, String right) {
    Tier floor = RIGHTS_AT_MOST_DOWN_TO.get(right);
    return floor != null && tier.atLeast(floor);
  }

  static Set<String> rightsOf(Tier tier) {
    Set<String> rights = new HashSet<>();
    RIGHTS_BY_DEFAULT.forEach(
        (right, floor) -> {
          if (tier.atLeast(floor)) {
            rights.add(right);
          }
        });
    return Set.copyOf(rights);
  }
}
