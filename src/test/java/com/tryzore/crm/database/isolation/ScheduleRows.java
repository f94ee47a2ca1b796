package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.access.Tier.TRAINER;
import static com.tryzore.crm.database.isolation.Places.byOneselfAndAnother;
import static com.tryzore.crm.database.isolation.Places.everywhere;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rooms, series, events and places in them. */
final class ScheduleRows {

  private ScheduleRows() {}

  static List<Kit> kits() {
    return List.of(rooms(), series(), events(), participants(), turns(), imports(), changes());
  }

  private static Kit rooms() {
    return Kit.of("rooms", everywhere(place -> room(place, "the hall")))
        .tried(subject -> everywhere(place -> room(place, "the new hall")))
        .changed("capacity = 3");
  }

  private static Specimen room(Place place, String name) {
    return Specimen.of("rooms", name + " at " + place, Facts.at(place))
        .identified()
        .with("name", name);
  }

  private static Kit series() {
    return Kit.of("event_series", everywhere(place -> seriesOf(place, "spinning")))
        .tried(subject -> everywhere(place -> seriesOf(place, "boxing")))
        .changed("title = 'Changed'");
  }

  private static Specimen seriesOf(Place place, String name) {
    return Specimen.of("event_series", name + " at " + place, Facts.at(place))
        .identified()
        .with("kind", "class")
        .with("title", name)
        .with("local_start", "2030-01-07 18:00")
        .with("time_zone", "Europe/Berlin")
        .with("duration_minutes", 60)
        .with("rule", "FREQ=WEEKLY");
  }

  private static Kit events() {
    return Kit.of(
            "events",
            everywhere(
                place -> event(place, taught(place), Person.the(place, TRAINER)),
                place -> event(place, notTaught(place), Person.another(place, TRAINER)),
                place -> event(place, empty(place), Person.the(place, TRAINER)),
                place ->
                    event(place, begun(place), Person.the(place, TRAINER))
                        .withSql("starts_at", "clock_timestamp() - interval '10 minutes'")))
        .tried(
            subject ->
                everywhere(place -> event(place, "new at " + place, Person.the(place, TRAINER))))
        .changed("title = 'Changed'");
  }

  static String taught(Place place) {
    return "taught at " + place;
  }

  static String notTaught(Place place) {
    return "taught by another at " + place;
  }

  static String empty(Place place) {
    return "empty at " + place;
  }

  static String begun(Place place) {
    return "begun at " + place;
  }

  private static Specimen event(Place place, String name, Person trainer) {
    return Specimen.of("events", name, Facts.at(place).taughtBy(trainer))
        .identified()
        .with("kind", "class")
        .with("title", name)
        // So near that who came can be marked, and yet ahead, so that places can be booked.
        .withSql("starts_at", "clock_timestamp() + interval '50 minutes'")
        .withSql("ends_at", "clock_timestamp() + interval '110 minutes'")
        .with("trainer_id", trainer.id())
        .with("capacity", 20);
  }

  private static Kit participants() {
    List<Specimen> rows = new ArrayList<>();
    for (Place place : Place.values()) {
      Person by = Person.another(place, STAFF);
      for (Person client : ClientRows.clientsOf(place)) {
        rows.add(participant(place, taught(place), Person.the(place, TRAINER), client, by));
        rows.add(participant(place, notTaught(place), Person.another(place, TRAINER), client, by));
        rows.add(participant(place, begun(place), Person.the(place, TRAINER), client, by));
      }
    }
    return Kit.of("event_participants", rows)
        .tried(
            subject ->
                byOneselfAndAnother(
                    subject,
                    (place, by, how) ->
                        participant(
                            place,
                            empty(place),
                            Person.the(place, TRAINER),
                            ClientRows.member(place),
                            by)))
        .changed("status = 'attended'");
  }

  /** Made by the database for whoever has visited. */
  private static Kit turns() {
    return Kit.of("booking_turns", List.of())
        .tried(
            subject ->
                everywhere(
                    place ->
                        Specimen.of("booking_turns", "at " + place, Facts.at(place))
                            .with("organization_id", place.id())
                            .with(
                                "client_id", ClientRows.clientId(place, ClientRows.member(place)))))
        .changed("client_id = client_id");
  }

  private static Kit imports() {
    return Kit.of(
            "timetable_imports", everywhere(place -> imported(place, imported(place), desk(place))))
        .tried(
            subject ->
                byOneselfAndAnother(
                    subject,
                    (place, by, how) -> imported(place, "new at " + place + " by " + by, by)))
        .changed(subject -> "undone_at = now(), undone_by = '%s'".formatted(subject.person().id()));
  }

  static String imported(Place place) {
    return "imported at " + place;
  }

  private static Specimen imported(Place place, String name, Person by) {
    return Specimen.of("timetable_imports", name, Facts.at(place).by(by))
        .identified()
        .with("file_name", "timetable.ics")
        .with("made_by", by.id());
  }

  private static Kit changes() {
    return Kit.of(
            "schedule_changes", everywhere(place -> change(place, change(place), desk(place))))
        .tried(
            subject ->
                byOneselfAndAnother(
                    subject,
                    (place, by, how) -> change(place, "new at " + place + " by " + by, by)))
        .changed(subject -> "undone_at = now(), undone_by = '%s'".formatted(subject.person().id()));
  }

  static String change(Place place) {
    return "changed at " + place;
  }

  private static Person desk(Place place) {
    return Person.another(place, STAFF);
  }

  private static Specimen change(Place place, String name, Person by) {
    return Specimen.of("schedule_changes", name, Facts.at(place).by(by))
        .identified()
        .with("action", "change")
        .with("made_by", by.id());
  }

  /** The id of somebody's place in the event that is taught there. */
  static UUID placeOf(Place place, Person client) {
    return participant(
            place, taught(place), Person.the(place, TRAINER), client, Person.another(place, STAFF))
        .id();
  }

  private static Specimen participant(
      Place place, String event, Person trainer, Person client, Person by) {
    return Specimen.of(
            "event_participants",
            client + " in " + event + ", booked by " + by,
            Facts.at(place).about(client).by(by).taughtBy(trainer))
        .identified()
        .with("event_id", Ids.of("events", event))
        .with("client_id", ClientRows.clientId(place, client))
        .with("booked_by", by.id());
  }
}
