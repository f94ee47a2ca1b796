package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.ADMIN;
import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.access.Tier.TRAINER;

import com.tryzore.crm.access.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The trial world: at each place two people of each tier, some who belong to two places, and some
 * whose account grants or withholds single rights.
 */
final class World {

  /** Single rights of an account: granted with true, withheld with false. */
  private static final Map<Person, Map<String, Boolean>> PERMISSIONS = permissions();

  private static final Map<Person, Map<Place, Tier>> ROLES = roles();

  private World() {}

  static Set<Person> people() {
    return ROLES.keySet();
  }

  static Map<Place, Tier> rolesOf(Person person) {
    return ROLES.getOrDefault(person, Map.of());
  }

  static Map<String, Boolean> permissionsOf(Person person) {
    return PERMISSIONS.getOrDefault(person, Map.of());
  }

  /** The roles by which someone belongs to a place: there, or at work in the chain above it. */
  static Map<Place, Tier> rolesThatCount(@Nullable Person person, Place place) {
    Map<Place, Tier> counting = new EnumMap<>(Place.class);
    if (person != null) {
      rolesOf(person)
          .forEach(
              (where, tier) -> {
                if (where == place || (where == place.parent() && tier != MEMBER)) {
                  counting.put(where, tier);
                }
              });
    }
    return counting;
  }

  /** The places that someone may open: where they have a role, and below where they work. */
  static Set<Place> openable(Person person) {
    Set<Place> places = EnumSet.noneOf(Place.class);
    for (Place place : Place.values()) {
      if (!rolesThatCount(person, place).isEmpty()) {
        places.add(place);
      }
    }
    return places;
  }

  static Subject subject(Person person, Place place) {
    Tier tier =
        rolesThatCount(person, place).values().stream()
            .min(Tier::compareTo)
            .orElseThrow(() -> new IllegalArgumentException(person + " is nobody at " + place));
    Subject subject = Subject.of(person, tier, place, openable(person));
    for (var right : permissionsOf(person).entrySet()) {
      subject =
          right.getValue()
              ? Oracle.grantable(tier, right.getKey()) ? subject.with(right.getKey()) : subject
              : subject.without(right.getKey());
    }
    return subject;
  }

  /** The five tiers of one gym, each in its own name. */
  static List<Subject> tiersOf(Place place) {
    return Arrays.stream(Tier.values())
        .map(tier -> subject(Person.the(place, tier), place))
        .toList();
  }

  /** Everyone who acts in the matrix. */
  static List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    subjects.addAll(tiersOf(Place.RIVER));
    subjects.addAll(tiersOf(Place.CHAIN));
    subjects.addAll(tiersOf(Place.RIVAL));
    for (Tier tier : EnumSet.complementOf(EnumSet.of(MEMBER))) {
      subjects.add(subject(Person.the(Place.CHAIN, tier), Place.RIVER));
    }
    subjects.add(subject(Person.the(Place.RIVER, STAFF), Place.RIVAL));
    subjects.add(subject(Person.the(Place.RIVER, MEMBER), Place.LAKE));
    PERMISSIONS.keySet().forEach(person -> subjects.add(subject(person, person.place())));
    return subjects;
  }

  private static Map<Person, Map<Place, Tier>> roles() {
    Map<Person, Map<Place, Tier>> roles = new LinkedHashMap<>();
    for (Place place : Place.values()) {
      for (Tier tier : Tier.values()) {
        roles.put(Person.the(place, tier), new EnumMap<>(Map.of(place, tier)));
        roles.put(Person.another(place, tier), new EnumMap<>(Map.of(place, tier)));
      }
    }
    for (Person person : PERMISSIONS.keySet()) {
      roles.put(person, new EnumMap<>(Map.of(person.place(), person.tier())));
    }
    // Someone who works at one gym and trains at its rival, and someone who trains at two gyms.
    give(roles, Person.the(Place.RIVER, STAFF), Place.RIVAL);
    give(roles, Person.the(Place.RIVER, MEMBER), Place.LAKE);
    return roles;
  }

  private static void give(Map<Person, Map<Place, Tier>> roles, Person person, Place place) {
    roles.computeIfAbsent(person, nobody -> new EnumMap<>(Place.class)).put(place, MEMBER);
  }

  private static Map<Person, Map<String, Boolean>> permissions() {
    Map<Person, Map<String, Boolean>> permissions = new LinkedHashMap<>();
    Map<String, Boolean> everything = new LinkedHashMap<>();
    Map<String, Boolean> nothing = new LinkedHashMap<>();
    for (String right : Oracle.rights()) {
      everything.put(right, true);
      nothing.put(right, false);
    }
    permissions.put(new Person(Place.RIVER, ADMIN, 3), nothing);
    permissions.put(new Person(Place.RIVER, STAFF, 3), nothing);
    permissions.put(new Person(Place.RIVER, STAFF, 4), everything);
    permissions.put(new Person(Place.RIVER, TRAINER, 4), everything);
    permissions.put(new Person(Place.RIVER, MEMBER, 4), everything);
    return permissions;
  }
}
