package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.access.Tier.TRAINER;
import static com.tryzore.crm.database.isolation.Places.byOneselfAndAnother;
import static com.tryzore.crm.database.isolation.Places.everywhere;

import com.tryzore.crm.access.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Clients of the trial world and what is kept about them at a gym. */
final class ClientRows {

  private ClientRows() {}

  /** Whoever trains at a place: two members, the trainer and one of the staff. */
  static List<Person> clientsOf(Place place) {
    List<Person> clients =
        new ArrayList<>(
            List.of(
                Person.the(place, MEMBER),
                Person.another(place, MEMBER),
                Person.the(place, TRAINER),
                Person.the(place, STAFF)));
    if (place == Place.RIVAL) {
      clients.add(Person.the(Place.RIVER, STAFF));
    }
    return clients;
  }

  /** The id of somebody's record as a client of a place. */
  static UUID clientId(Place home, Person person) {
    return Ids.of("client", home + " keeps " + person);
  }

  /** One row per client of each place, numbered. */
  static List<Specimen> perClient(ClientRow maker) {
    return Arrays.stream(Place.values())
        .flatMap(
            place ->
                clientsOf(place).stream()
                    .map(
                        person -> maker.make(place, person, Person.another(place, STAFF), "first")))
        .toList();
  }

  /** A row about a client, written by somebody. */
  @FunctionalInterface
  interface ClientRow {
    Specimen make(Place place, Person client, Person by, String how);
  }

  static List<Kit> kits() {
    return List.of(clients(), standings(), words(), numbers(), photos(), notes(), visits());
  }

  private static Kit clients() {
    List<Specimen> rows = new ArrayList<>();
    for (Place place : Place.values()) {
      clientsOf(place).forEach(person -> rows.add(client(place, person)));
      rows.add(newcomer(place));
    }
    return Kit.of("clients", rows)
        .tried(subject -> everywhere(place -> client(place, null, "new at " + place)))
        .changed("city = 'Changed'");
  }

  private static Specimen client(Place home, Person person) {
    return client(home, person, home + " keeps " + person)
        .with("id", clientId(home, person))
        .with("user_id", person.id())
        .with("medical_notes", "the secret of " + person)
        .with("care_points", "the care of " + person);
  }

  private static Specimen client(Place home, @Nullable Person person, String name) {
    Facts facts = person == null ? Facts.at(home) : Facts.at(home).about(person);
    return Specimen.of("clients", name, facts)
        .identified()
        .with("given_name", "Kim")
        .with("family_name", person == null ? "Nobody" : person.toString())
        .with("email", "kim@example.org");
  }

  /** A client whose standing is still to be made. */
  private static Specimen newcomer(Place place) {
    return client(place, null, "newcomer at " + place);
  }

  private static Kit standings() {
    List<Specimen> rows =
        new ArrayList<>(perClient((place, person, by, how) -> standing(place, place, person)));
    rows.add(standing(Place.RIVER, Place.LAKE, Person.the(Place.LAKE, MEMBER)));
    rows.add(standing(Place.LAKE, Place.RIVER, Person.the(Place.RIVER, MEMBER)));
    return Kit.of("client_organizations", rows)
        .tried(
            subject ->
                Stream.concat(
                        Arrays.stream(Place.values()).map(place -> newStanding(place, place)),
                        Stream.of(newStanding(Place.RIVER, Place.LAKE)))
                    .toList())
        .changed("plan_name = 'Changed'");
  }

  private static Specimen standing(Place place, Place home, Person person) {
    return standing(place, home, home + " keeps " + person, clientId(home, person), person);
  }

  private static Specimen newStanding(Place place, Place home) {
    return standing(place, home, "newcomer", newcomer(home).id(), null);
  }

  private static Specimen standing(
      Place place, Place home, String name, UUID client, @Nullable Person person) {
    Facts facts = Facts.at(place).keptBy(home);
    return Specimen.of(
            "client_organizations",
            name + " stands at " + place,
            person == null ? facts : facts.about(person))
        .identified()
        .with("client_id", client)
        .with("home_organization_id", home.id())
        .with("status", "active");
  }

  private static Kit words() {
    return Kit.of("client_words", List.of())
        .tried(
            subject ->
                everywhere(
                    place ->
                        Specimen.of("client_words", "at " + place, Facts.at(place))
                            .with("organization_id", place.id())
                            .with("word", "planted")
                            .with("sort_name", "planted")
                            .with("client_id", clientId(place, Person.the(place, MEMBER)))))
        .changed("word = 'changed'");
  }

  private static Kit numbers() {
    return Kit.of("member_numbers", List.of())
        .tried(
            subject ->
                everywhere(
                    place ->
                        Specimen.of("member_numbers", "at " + place, Facts.at(place))
                            .with("organization_id", place.id())))
        .changed("next_number = 1");
  }

  private static Kit photos() {
    return Kit.of("client_photos", perClient(ClientRows::photo))
        .tried(
            subject ->
                everywhere(
                    place ->
                        Specimen.of("client_photos", "new at " + place, Facts.at(place))
                            .with("organization_id", place.id())
                            .with("client_id", newcomer(place).id())
                            .withSql("image", "'\\x01'")
                            .withSql("thumbnail", "'\\x01'")))
        .changed("image = '\\x02'");
  }

  private static Specimen photo(Place place, Person client, Person by, String how) {
    return Specimen.of("client_photos", client + " at " + place, Facts.at(place).about(client))
        .with("organization_id", place.id())
        .with("client_id", clientId(place, client))
        .withSql("image", "'\\x01'")
        .withSql("thumbnail", "'\\x01'");
  }

  private static Kit notes() {
    List<Specimen> rows = new ArrayList<>(perClient(ClientRows::note));
    for (Place place : Place.values()) {
      rows.add(note(place, member(place), Person.the(place, STAFF), "by the first of the staff"));
    }
    return Kit.of("client_notes", rows)
        .tried(
            subject ->
                byOneselfAndAnother(
                    subject,
                    (place, by, how) -> note(place, Person.the(place, MEMBER), by, "new " + how)))
        .changed("archived_at = clock_timestamp()");
  }

  private static Specimen note(Place place, Person client, Person by, String how) {
    return about(client, by, "client_notes", how, place)
        .with("kind", "internal")
        .with("body", "the note of " + client)
        .with("written_by", by.id());
  }

  private static Kit visits() {
    return Kit.of(
            "visits",
            perClient(
                (place, client, by, how) ->
                    visit(place, client, by, how)
                        .withSql("checked_in_at", "now() - interval '1 day'")))
        .tried(
            subject ->
                byOneselfAndAnother(
                    subject,
                    (place, by, how) -> visit(place, Person.the(place, MEMBER), by, "new " + how)))
        .changed(
            subject ->
                "undone_at = clock_timestamp(), undone_by = '%s'".formatted(subject.person().id()));
  }

  private static Specimen visit(Place place, Person client, Person by, String how) {
    return about(client, by, "visits", how, place)
        .with("checked_in_by", by.id())
        .with("source", "search")
        .with("verdict", "welcome");
  }

  private static Specimen about(Person client, Person by, String table, String how, Place place) {
    return Specimen.of(
            table, how + " of " + client + " at " + place, Facts.at(place).about(client).by(by))
        .identified()
        .with("client_id", clientId(place, client));
  }

  static Person member(Place place) {
    return Person.the(place, Tier.MEMBER);
  }
}
