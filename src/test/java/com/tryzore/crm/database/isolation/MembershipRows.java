package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.database.isolation.Places.byOneselfAndAnother;
import static com.tryzore.crm.database.isolation.Places.everywhere;

import java.util.List;
import java.util.UUID;

/** Plans, memberships, pauses and the ledger. */
final class MembershipRows {

  private MembershipRows() {}

  static List<Kit> kits() {
    return List.of(plans(), locations(), memberships(), pauses(), ledger());
  }

  private static Kit plans() {
    return Kit.of("membership_plans", everywhere(place -> plan(place, "gold")))
        .tried(subject -> everywhere(place -> plan(place, "silver")))
        .changed("price_minor = 1");
  }

  private static Specimen plan(Place place, String name) {
    return Specimen.of("membership_plans", name + " at " + place, Facts.at(place))
        .identified()
        .with("name", name)
        .with("kind", "unlimited")
        .with("price_minor", 4900)
        .with("currency", "EUR")
        .with("billing_period", "month");
  }

  private static Kit locations() {
    return Kit.of("membership_plan_locations", everywhere(place -> location(place, place)))
        .tried(subject -> everywhere(place -> location(place, anotherOfTheChain(place))))
        .changed("location_organization_id = '%s'".formatted(Place.RIVER.id()));
  }

  /** The rival stands alone. */
  private static Place anotherOfTheChain(Place place) {
    return switch (place) {
      case LAKE -> Place.RIVER;
      case RIVER, CHAIN -> Place.LAKE;
      case RIVAL -> Place.RIVAL;
    };
  }

  private static Specimen location(Place place, Place where) {
    return Specimen.of(
            "membership_plan_locations", "gold of " + place + " at " + where, Facts.at(place))
        .with("organization_id", place.id())
        .with("plan_id", plan(place, "gold").id())
        .with("location_organization_id", where.id());
  }

  private static Kit memberships() {
    return Kit.of("memberships", ClientRows.perClient(MembershipRows::membership))
        .tried(
            subject ->
                byOneselfAndAnother(
                    subject,
                    (place, by, how) -> membership(place, ClientRows.member(place), by, how)))
        .changed("cancel_reason = 'Changed'");
  }

  private static UUID firstMembership(Place place, Person client) {
    return Ids.of("memberships", named("first", client, place));
  }

  private static String named(String how, Person client, Place place) {
    return how + " of " + client + " at " + place;
  }

  private static Specimen membership(Place place, Person client, Person by, String how) {
    return about("memberships", place, client, by, how)
        .with("client_id", ClientRows.clientId(place, client))
        .with("plan_organization_id", place.id())
        .with("plan_id", plan(place, "gold").id())
        .with("plan_name", "gold")
        .with("status", "active")
        .with("starts_on", "2030-01-01")
        .with("price_minor", 4900)
        .with("currency", "EUR")
        .with("billing_period", "month")
        .with("sold_by", by.id());
  }

  private static Kit pauses() {
    return Kit.of(
            "membership_pauses",
            ClientRows.perClient(
                (place, client, by, how) -> pause(place, client, by, how, "2030-02-01")))
        .tried(
            subject ->
                byOneselfAndAnother(
                    subject,
                    (place, by, how) ->
                        pause(place, ClientRows.member(place), by, how, "2031-02-01")))
        .changed("reason = 'Changed'");
  }

  private static Specimen pause(
      Place place, Person client, Person by, String how, String startsOn) {
    return about("membership_pauses", place, client, by, how)
        .with("membership_id", firstMembership(place, client))
        .with("starts_on", startsOn)
        .with("ends_on", startsOn)
        .with("made_by", by.id());
  }

  private static Kit ledger() {
    return Kit.of("membership_usage", ClientRows.perClient(MembershipRows::usage))
        .tried(
            subject ->
                byOneselfAndAnother(
                    subject, (place, by, how) -> usage(place, ClientRows.member(place), by, how)))
        .changed("quantity = 1000");
  }

  private static Specimen usage(Place place, Person client, Person by, String how) {
    return about("membership_usage", place, client, by, how)
        .with("membership_id", firstMembership(place, client))
        .with("usage_type", "visit")
        .with("quantity", -1)
        .with("made_by", by.id());
  }

  private static Specimen about(String table, Place place, Person client, Person by, String how) {
    return Specimen.of(table, named(how, client, place), Facts.at(place).about(client).by(by))
        .identified();
  }
}
