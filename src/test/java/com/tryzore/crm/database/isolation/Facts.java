package com.tryzore.crm.database.isolation;

import com.tryzore.crm.access.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What a row is about, as far as anybody's rights depend on it.
 *
 * @param place the organization the row belongs to; null for what belongs to none
 * @param about the person whom the row concerns: the client, the recipient, the account
 * @param by whom the row names as its writer
 * @param taughtBy who teaches the event that the row belongs to
 * @param role the role that the row gives
 * @param shared whether its owner shares it
 * @param home the place that keeps the client's record, where that is another
 */
record Facts(
    @Nullable Place place,
    @Nullable Person about,
    @Nullable Person by,
    @Nullable Person taughtBy,
    @Nullable Tier role,
    boolean shared,
    @Nullable Place home) {

  static Facts at(@Nullable Place place) {
    return new Facts(place, null, null, null, null, false, null);
  }

  Facts about(Person person) {
    return new Facts(place, person, by, taughtBy, role, shared, home);
  }

  Facts by(Person person) {
    return new Facts(place, about, person, taughtBy, role, shared, home);
  }

  Facts taughtBy(Person person) {
    return new Facts(place, about, by, person, role, shared, home);
  }

  Facts giving(Tier given) {
    return new Facts(place, about, by, taughtBy, given, shared, home);
  }

  Facts sharedWithAll() {
    return new Facts(place, about, by, taughtBy, role, true, home);
  }

  Facts keptBy(Place keeper) {
    return new Facts(place, about, by, taughtBy, role, shared, keeper);
  }
}
