package com.tryzore.crm.database.isolation;

import com.tryzore.crm.access.Tier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may execute which function, as the design says it; functions not named here are nobody's. */
final class FunctionRules {

  static final Set<String> GATE = Set.of("zore_gate");
  static final Set<String> JOBS = Set.of("zore_jobs");
  static final Set<String> TRAINERS_ONLY = Set.of("zore_trainer");
  static final Set<String> NOBODY = Set.of();

  /** Functions of words and numbers alone: they read no table, so they need no binding. */
  static final Set<String> PURE =
      Set.of(
          "access.rank",
          "access.is_tier",
          "access.default_right",
          "access.right_floor",
          "members.normalise",
          "members.search_tokens",
          "members.sort_name",
          "members.name_words",
          "members.number_words",
          "members.phone_words");

  private static final Map<String, Set<String>> EXECUTORS = new HashMap<>();

  static {
    // What policies ask, and what every screen may ask about its own binding.
    let(from(Tier.MEMBER), "access.organization_id access.user_id access.session_id access.tier");
    let(from(Tier.MEMBER), "access.rank access.permitted access.parent_organization_id");
    let(from(Tier.MEMBER), "access.my_organizations access.colleagues access.notify");
    let(from(Tier.MEMBER), "members.client_id members.my_memberships");
    let(from(Tier.MEMBER), "members.normalise members.search_tokens members.sort_name");
    let(from(Tier.MEMBER), "members.photo members.standings");
    let(from(Tier.MEMBER), "schedule.booking_rules");
    let(TRAINERS_ONLY, "schedule.taught_events");
    let(from(Tier.TRAINER), "schedule.class_roster access.record_read");
    let(from(Tier.MEMBER), "access.is_tier");
    let(from(Tier.TRAINER), "schedule.mark schedule.walk_in schedule.mark_places");
    let(from(Tier.TRAINER), "schedule.find_walk_ins schedule.undo_walk_in schedule.class_heads");
    let(from(Tier.TRAINER), "schedule.emergency_contact");
    let(from(Tier.STAFF), "schedule.book schedule.cancel_place schedule.move_place");
    let(from(Tier.STAFF), "schedule.restore_place schedule.resize");
    let(from(Tier.STAFF), "schedule.hold_events schedule.release_places");
    let(from(Tier.STAFF), "schedule.add_occurrences schedule.withdraw_created");
    let(from(Tier.STAFF), "schedule.withdraw_imported");
    let(from(Tier.STAFF), "members.use_credit");
    let(from(Tier.STAFF), "members.admit_visitor members.sister_gyms");
    let(from(Tier.STAFF), "members.reserve_member_numbers");
    let(from(Tier.STAFF), "members.name_words members.number_words members.phone_words");
    let(from(Tier.STAFF), "members.medical_notes members.has_medical_notes");
    let(from(Tier.STAFF), "members.remember_before members.remember_versions");
    let(from(Tier.STAFF), "members.import_obstacles members.undo_import_part");
    let(from(Tier.STAFF), "members.finish_undo members.log_import_report members.plan_anew");
    let(from(Tier.ADMIN), "access.invite access.default_right access.right_floor");
    let(GATE, "access.credential access.standings access.open_session access.touch_session");
    let(GATE, "access.close_session access.close_sessions_of access.change_password");
    let(GATE, "access.remember_locale access.invitation access.accept_invitation");
    let(GATE, "access.record_sign_in");
    let(JOBS, "jobs.make_partitions jobs.partition_alarm jobs.sweep_sessions");
    let(JOBS, "jobs.turn_memberships");
    let(JOBS, "jobs.due_series jobs.add_occurrences");
    let(JOBS, "jobs.found_organization jobs.has_organizations jobs.has_organization");
  }

  private FunctionRules() {}

  private static void let(Set<String> logins, String functions) {
    for (String function : functions.split(" ", -1)) {
      EXECUTORS.put(function, logins);
    }
  }

  private static Set<String> from(Tier floor) {
    return Arrays.stream(Tier.values())
        .filter(tier -> tier.atLeast(floor))
        .map(Tier::login)
        .collect(Collectors.toSet());
  }

  static Set<String> executors(String function) {
    return EXECUTORS.getOrDefault(function, NOBODY);
  }

  static Set<String> named() {
    return new TreeSet<>(EXECUTORS.keySet());
  }

  static List<String> logins() {
    return Stream.concat(
            Arrays.stream(Tier.values()).map(Tier::login), Stream.of("zore_gate", "zore_jobs"))
        .toList();
  }
}
