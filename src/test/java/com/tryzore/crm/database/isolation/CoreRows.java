package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.ADMIN;
import static com.tryzore.crm.access.Tier.OWNER;
import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.database.isolation.Places.everywhere;

import com.tryzore.crm.access.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Organizations, accounts, roles, bindings and invitations of the trial world. */
final class CoreRows {

  private CoreRows() {}

  static List<Kit> kits() {
    return List.of(organizations(), users(), roles(), invitations(), sessions());
  }

  private static Kit organizations() {
    return Kit.of("organizations", everywhere(CoreRows::organization))
        .tried(
            subject -> List.of(organization(subject.place(), "another " + subject, "another-gym")))
        .changed("name = 'Changed'");
  }

  private static Specimen organization(Place place) {
    Specimen organization = organization(place, place.key(), place.key()).with("id", place.id());
    Place parent = place.parent();
    return parent == null ? organization : organization.with("parent_organization_id", parent.id());
  }

  private static Specimen organization(Place place, String name, String slug) {
    return Specimen.of("organizations", name, Facts.at(place))
        .with("slug", slug)
        .with("name", name)
        .with("time_zone", "Europe/Berlin")
        .with("currency", "EUR")
        .with("phone_region", "DE");
  }

  private static Kit users() {
    return Kit.of("users", World.people().stream().map(CoreRows::user).toList())
        .tried(subject -> List.of(user(new Person(subject.place(), subject.tier(), 99))))
        .changed("display_name = 'Changed'");
  }

  private static Specimen user(Person person) {
    return Specimen.of("users", person.toString(), Facts.at(person.place()).about(person))
        .with("id", person.id())
        .with("display_name", person.toString())
        .with("sign_in_email", person.toString().replace(' ', '.') + "@example.org")
        .with("password_hash", "a hash");
  }

  private static Kit roles() {
    return Kit.of("user_organizations", World.people().stream().flatMap(CoreRows::roles).toList())
        .tried(CoreRows::rolesToGive)
        .changed("role = 'trainer'");
  }

  private static Stream<Specimen> roles(Person person) {
    return World.rolesOf(person).entrySet().stream()
        .map(
            role ->
                role(role.getKey(), person, role.getValue())
                    .with("permissions", Specimen.json(World.permissionsOf(person))));
  }

  /** To people of the rival (of the chain, for the rival), who have no role at the place yet. */
  private static List<Specimen> rolesToGive(Subject subject) {
    return Arrays.stream(Place.values())
        .flatMap(
            place -> {
              Place strangers = place == Place.RIVAL ? Place.CHAIN : Place.RIVAL;
              return Arrays.stream(Tier.values())
                  .map(tier -> role(place, Person.another(strangers, tier), tier));
            })
        .toList();
  }

  private static Specimen role(Place place, Person person, Tier tier) {
    String name = tier.key() + " at " + place + " for " + person;
    return Specimen.of("user_organizations", name, Facts.at(place).about(person).giving(tier))
        .identified()
        .with("user_id", person.id())
        .with("role", tier.key());
  }

  private static Kit invitations() {
    return Kit.of(
            "invitations",
            everywhere(
                place -> invitation(place, OWNER, OWNER),
                place -> invitation(place, ADMIN, OWNER),
                place -> invitation(place, STAFF, ADMIN)))
        .tried(subject -> everywhere(place -> invitation(place, Tier.TRAINER, subject.tier())))
        .changed("withdrawn_at = clock_timestamp()");
  }

  private static Specimen invitation(Place place, Tier role, Tier by) {
    String name = "to be " + role.key() + " at " + place;
    return Specimen.of("invitations", name, Facts.at(place).by(Person.the(place, by)).giving(role))
        .identified()
        .with("user_id", Person.another(place, role).id())
        .with("role", role.key())
        .with("email", "somebody@example.org")
        .with("display_name", "Somebody")
        .withSql("token_digest", "sha256('%s')".formatted(name))
        .with("invited_by", Person.the(place, by).id())
        .withSql("expires_at", "now() + interval '7 days'");
  }

  private static Kit sessions() {
    return Kit.of("ui_sessions", List.of())
        .tried(subject -> everywhere(place -> session(place, subject)))
        .changed("expires_at = expires_at + interval '1 hour'");
  }

  private static Specimen session(Place place, Subject subject) {
    return Specimen.of("ui_sessions", "made by hand at " + place, Facts.at(place))
        .identified()
        .with("user_id", subject.person().id())
        .with("tier", subject.tier().key())
        .withSql("token_digest", "sha256('made by hand at %s')".formatted(place))
        .withSql("signed_in_at", "now()")
        .withSql("expires_at", "now() + interval '1 hour'");
  }
}
