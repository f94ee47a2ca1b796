package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.ADMIN;
import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.OWNER;
import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.access.Tier.TRAINER;

import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.isolation.Refusals.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes that a table's policies must refuse by themselves, were all of its columns granted: rows
 * given to others, work put in others' names, what has been settled made unsettled.
 */
final class TableRefusals {

  private static final List<Refusal> ALL = new ArrayList<>();

  static {
    for (Tier tier : Tier.values()) {
      Person other = Person.another(Place.RIVER, tier);
      no(tier, "users", "id = gen_random_uuid()");
      no(tier, "saved_views", "user_id = '%s'".formatted(other.id()));
      no(tier, "notification_preferences", "user_id = '%s'".formatted(other.id()));
      no(tier, "notifications", "recipient_id = '%s'".formatted(other.id()));
    }
    for (Tier tier : List.of(OWNER, ADMIN, STAFF)) {
      Person other = Person.another(Place.RIVER, tier);
      no(tier, "visits", "undone_at = now(), undone_by = '%s'".formatted(other.id()));
      no(tier, "hand_over_notes", "done_at = now(), done_by = '%s'".formatted(other.id()));
      no(tier, "imports", "undone_at = now(), undone_by = '%s'".formatted(other.id()));
      no(tier, "schedule_changes", "undone_at = now(), undone_by = '%s'".formatted(other.id()));
      no(tier, "timetable_imports", "undone_at = now(), undone_by = '%s'".formatted(other.id()));
      ALL.add(
          Refusals.by(
                  "timetable_imports",
                  subject(tier),
                  "update timetable_imports set undone_at = now(), undone_by = '%s'"
                      .formatted(subject(tier).person().id()))
              .after("update timetable_imports set undone_at = now(), undone_by = made_by"));
      ALL.add(
          Refusals.by(
                  "schedule_changes",
                  subject(tier),
                  "update schedule_changes set undone_at = now(), undone_by = '%s'"
                      .formatted(subject(tier).person().id()))
              .after("update schedule_changes set undone_at = now(), undone_by = made_by"));
      no(tier, "clients", "erased_at = now()");
      String client =
          " where id = '%s'"
              .formatted(ClientRows.clientId(Place.RIVER, Person.the(Place.RIVER, MEMBER)));
      ALL.add(
          Refusals.by("clients", subject(tier), "update clients set city = 'Changed'" + client)
              .after("update clients set erased_at = now()" + client));
      ALL.add(
          Refusals.by("clients", subject(tier), "update clients set erased_at = null" + client)
              .after(
                  "update clients set erased_at = now()%s; grant all on clients to %s"
                      .formatted(client, tier.login())));
    }
    no(TRAINER, "event_participants", "status = 'cancelled'");
    no(OWNER, "organizations", "id = gen_random_uuid()");
    no(OWNER, "user_organizations", "role = 'owner'");
    no(ADMIN, "user_organizations", "role = 'admin'");
    for (Tier tier : List.of(OWNER, ADMIN)) {
      no(tier, "invitations", "withdrawn_at = null");
      no(tier, "invitations", "withdrawn_at = now(), role = '%s'".formatted(tier.key()));
    }
  }

  private TableRefusals() {}

  static List<Refusal> all() {
    return ALL;
  }

  private static void no(Tier tier, String table, String change) {
    ALL.add(
        Refusals.by(table, subject(tier), "update %s set %s".formatted(table, change))
            .after("grant all on %s to %s".formatted(table, tier.login())));
  }

  private static Subject subject(Tier tier) {
    return World.subject(Person.the(Place.RIVER, tier), Place.RIVER);
  }
}
