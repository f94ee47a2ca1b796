package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.database.isolation.Places.byOneselfAndAnother;
import static com.tryzore.crm.database.isolation.Places.everywhere;

import java.util.ArrayList;
import java.util.List;

/** Notifications, preferences, the outbox, the trail and its seals. */
final class NoticeRows {

  private NoticeRows() {}

  static List<Kit> kits() {
    return List.of(notifications(), preferences(), outbox(), trail(), seals());
  }

  private static Kit notifications() {
    List<Specimen> rows = new ArrayList<>();
    for (Person person : World.people()) {
      for (Place place : World.rolesOf(person).keySet()) {
        rows.add(notification(place, person, "the first"));
      }
    }
    return Kit.of("notifications", rows)
        .tried(subject -> byOneselfAndAnother(subject, NoticeRows::notification))
        .changed("read_at = clock_timestamp()");
  }

  private static Specimen notification(Place place, Person recipient, String how) {
    return Specimen.of(
            "notifications",
            how + " to " + recipient + " at " + place,
            Facts.at(place).about(recipient))
        .identified()
        .with("recipient_id", recipient.id())
        .with("type", "note.left");
  }

  private static Kit preferences() {
    List<Specimen> rows = new ArrayList<>();
    for (Place place : Place.values()) {
      for (Person person : World.people()) {
        if (World.rolesOf(person).containsKey(place) && person.number() <= 2) {
          rows.add(preference(place, person, "the first"));
        }
      }
    }
    return Kit.of("notification_preferences", rows)
        .tried(
            subject ->
                everywhere(
                    place -> preference(place, subject.person(), "one's own"),
                    place -> preference(place, new Person(place, subject.tier(), 5), "another's")))
        .changed("paused_until = clock_timestamp()");
  }

  private static Specimen preference(Place place, Person person, String how) {
    return Specimen.of(
            "notification_preferences",
            how + " of " + person + " at " + place,
            Facts.at(place).about(person))
        .identified()
        .with("user_id", person.id());
  }

  private static Kit outbox() {
    return Kit.of("notification_deliveries", everywhere(place -> delivery(place, "the first")))
        .tried(subject -> everywhere(place -> delivery(place, "planted")))
        .changed("address = 'changed@example.org'");
  }

  private static Specimen delivery(Place place, String how) {
    return Specimen.of("notification_deliveries", how + " at " + place, Facts.at(place))
        .identified()
        .with("channel", "email")
        .with("address", "somebody@example.org")
        .with("dedupe_key", how);
  }

  /** The trail writes itself while the world is made. */
  private static Kit trail() {
    return Kit.of("audit_logs", List.of())
        .tried(
            subject ->
                everywhere(
                    place ->
                        Specimen.of("audit_logs", "planted at " + place, Facts.at(place))
                            .identified()
                            .withSql("occurred_at", "now()")
                            .withSql("transaction_id", "pg_current_xact_id()")
                            .with("login", "zore_owner")
                            .with("action", "insert")
                            .with("table_name", "clients")
                            .withSql("row_digest", "sha256('planted')")))
        .changed("reason = 'Changed'");
  }

  private static Kit seals() {
    return Kit.of("audit_seals", everywhere(place -> seal(place, 1)))
        .tried(subject -> everywhere(place -> seal(place, 2)))
        .changed("row_count = 0");
  }

  private static Specimen seal(Place place, int number) {
    return Specimen.of("audit_seals", number + " at " + place, Facts.at(place))
        .identified()
        .withSql("from_transaction", "'%d'".formatted(number))
        .withSql("until_transaction", "'%d'".formatted(number + 1))
        .with("row_count", 1)
        .withSql("merkle_root", "sha256('root')")
        .withSql("digest", "sha256('seal')");
  }
}
