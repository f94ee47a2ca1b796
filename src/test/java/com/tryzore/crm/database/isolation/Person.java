package com.tryzore.crm.database.isolation;

import com.tryzore.crm.access.Tier;
import java.util.UUID;

/**
 * Someone with an account, named after the place and the tier at which they work or train.
 *
 * @param number 1 for those who act in the tests, more for their colleagues
 */
record Person(Place place, Tier tier, int number) {

  static Person the(Place place, Tier tier) {
    return new Person(place, tier, 1);
  }

  static Person another(Place place, Tier tier) {
    return new Person(place, tier, 2);
  }

  UUID id() {
    return Ids.of("user", toString());
  }

  @Override
  public String toString() {
    return place + " " + tier.key() + (number == 1 ? "" : " " + number);
  }
}
