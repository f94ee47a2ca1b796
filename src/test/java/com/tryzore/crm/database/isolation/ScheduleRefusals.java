package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.access.Tier.TRAINER;
import static com.tryzore.crm.database.isolation.Refusals.by;

import com.tryzore.crm.access.Tier;
import java.util.List;
import java.util.UUID;

/** Calls about the calendar that a function must refuse by itself. */
final class ScheduleRefusals {

  private static final UUID MEMBER_HERE =
      ClientRows.clientId(Place.RIVER, Person.the(Place.RIVER, MEMBER));

  private ScheduleRefusals() {}

  static List<Refusals.Refusal> all() {
    Subject trainer = subject(TRAINER);
    Subject withoutRights = World.subject(new Person(Place.RIVER, STAFF, 3), Place.RIVER);
    UUID taught = Ids.of("events", ScheduleRows.taught(Place.RIVER));
    UUID notTaught = Ids.of("events", ScheduleRows.notTaught(Place.RIVER));
    UUID foreign = Ids.of("events", ScheduleRows.taught(Place.RIVAL));
    UUID empty = Ids.of("events", ScheduleRows.empty(Place.RIVER));
    UUID place = ScheduleRows.placeOf(Place.RIVER, Person.the(Place.RIVER, MEMBER));
    String nobodyTeaches = "update events set trainer_id = null where id = '%s'".formatted(taught);
    String roster = "select schedule.class_roster('%s')";
    return List.of(
        by("schedule.class_roster", trainer, roster.formatted(notTaught)),
        by("schedule.class_roster", trainer, roster.formatted(foreign)),
        by("schedule.class_roster", trainer, roster.formatted(taught)).after(nobodyTeaches),
        by(
            "schedule.require_roster",
            trainer,
            "select schedule.walk_in('%s', '%s')".formatted(notTaught, MEMBER_HERE)),
        by(
                "schedule.require_roster",
                trainer,
                "select schedule.mark('%s', 'attended')".formatted(place))
            .after(nobodyTeaches),
        roster(trainer, "mark_places('%s', '{}', 'booked', 'attended')".formatted(notTaught)),
        roster(trainer, "find_walk_ins('%s', 'member')".formatted(notTaught)),
        roster(trainer, "emergency_contact('%s')".formatted(place)).after(nobodyTeaches),
        roster(trainer, "undo_walk_in('%s')".formatted(place)).after(nobodyTeaches),
        by(
            "schedule.require_override",
            withoutRights,
            "select schedule.book('%s', '%s', true)".formatted(empty, MEMBER_HERE)),
        by(
            "schedule.require_override",
            withoutRights,
            "select schedule.move_place('%s', '%s', true)".formatted(place, empty)),
        edit(withoutRights, "hold_events(array['%s']::uuid[])".formatted(empty)),
        edit(withoutRights, "release_places(array['%s']::uuid[])".formatted(empty)),
        edit(withoutRights, "withdraw_created('%s')".formatted(empty)),
        edit(withoutRights, "withdraw_imported('%s')".formatted(empty)),
        edit(
            withoutRights,
            "add_occurrences('%s', '[]', now())"
                .formatted(Ids.of("event_series", "spinning at river"))),
        by("schedule.resize", withoutRights, "select schedule.resize('%s', 30)".formatted(empty)));
  }

  private static Refusals.Refusal roster(Subject subject, String call) {
    return by("schedule.require_roster", subject, "select schedule." + call);
  }

  private static Refusals.Refusal edit(Subject subject, String call) {
    return by("schedule.require_edit", subject, "select schedule." + call);
  }

  private static Subject subject(Tier tier) {
    return World.subject(Person.the(Place.RIVER, tier), Place.RIVER);
  }
}
