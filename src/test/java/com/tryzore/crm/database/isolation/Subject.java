package com.tryzore.crm.database.isolation;

import com.tryzore.crm.access.Tier;
import java.util.HashSet;
import java.util.Set;

/**
 * Who acts: a person in one browser tab, bound to one place as one tier.
 *
 * @param rights the single rights they hold there, by default of the tier or by their account
 * @param openable the places they may open
 */
record Subject(Person person, Tier tier, Place place, Set<String> rights, Set<Place> openable) {

  static Subject of(Person person, Tier tier, Place place, Set<Place> openable) {
    return new Subject(person, tier, place, Oracle.rightsOf(tier), openable);
  }

  Subject with(String right) {
    Set<String> more = new HashSet<>(rights);
    more.add(right);
    return new Subject(person, tier, place, Set.copyOf(more), openable);
  }

  Subject without(String right) {
    Set<String> fewer = new HashSet<>(rights);
    fewer.remove(right);
    return new Subject(person, tier, place, Set.copyOf(fewer), openable);
  }

  boolean atLeast(Tier floor) {
    return tier.atLeast(floor);
  }

  @Override
  public String toString() {
    return person.place() == place && person.tier() == tier
        ? person.toString()
        : person + " as " + tier.key() + " at " + place;
  }
}
