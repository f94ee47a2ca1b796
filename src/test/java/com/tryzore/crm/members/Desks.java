package com.tryzore.crm.members;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import java.time.Instant;

/**
 * Desks made for one test: two people at a gym, one at another gym of its chain, one at a rival.
 *
 * @param gym where most happens
 * @param sisterGym another gym of the chain
 * @param staff at the gym
 * @param admin at the gym
 * @param sister staff at the other gym
 * @param rival staff at a gym of nobody's chain
 */
record Desks(
    TestGym gym, TestGym sisterGym, Binding staff, Binding admin, Binding sister, Binding rival) {

  static Desks open(Gate gate) {
    TestGym chain = TestGym.open(TestDatabase.shared(), "Chain");
    TestGym gym = chain.below("Riverside");
    TestGym sisterGym = chain.below("Harbour");
    TestGym rivalGym = TestGym.open(TestDatabase.shared(), "Rival");
    return new Desks(
        gym,
        sisterGym,
        bound(gate, gym, "Sam Staff", Tier.STAFF),
        bound(gate, gym, "Adam Admin", Tier.ADMIN),
        bound(gate, sisterGym, "Sara Sister", Tier.STAFF),
        bound(gate, rivalGym, "Rita Rival", Tier.STAFF));
  }

  static Binding bound(Gate gate, TestGym place, String name, Tier tier) {
    return gate.open(place.person(name, tier).id(), place.slug(), Instant.now());
  }

  /** Lets a client of the gym train at the other gym as well. */
  void visiting(ClientId client) {
    gym.execute(
        "insert into client_organizations (organization_id, client_id, home_organization_id, status)"
            + " values (?, ?, ?, 'active')",
        sisterGym.id().value(),
        client.value(),
        gym.id().value());
  }
}
