package com.tryzore.crm.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym.Person;
import com.tryzore.crm.database.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * People of every tier in a chain, its gym and a rival read, write, fail, roll back, nest, lose
 * their role and come back, on one or two connections per tier, in thousands of random orders:
 * every answer is the one of a plain map. One step runs at a time, so a seed says the same again:
 * {@code -Dzore.seed=42} runs that one alone.
 */
class AnyOrderTest {
  private static final int STEPS = 2000;
  private static final int DESKS = 3;

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private final TestGym chain = TestGym.open(DATABASE, "Chain");
  private final TestGym gym = chain.below("Gym");
  private final TestGym rival = TestGym.open(DATABASE, "Rival");
  private final ViewsModel model = new ViewsModel();
  private final List<TabInTurn> tabs = new ArrayList<>();
  private final Map<String, Integer> done = new TreeMap<>();

  static LongStream seeds() {
    Long one = Long.getLong("zore.seed");
    return one != null ? LongStream.of(one) : LongStream.rangeClosed(1, 3);
  }

  @AfterAll
  static void drop() {
    DATABASE.drop();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void every_answer_is_the_one_of_whoever_is_bound(long seed) throws Exception {
    int connections = seed % 2 == 0 ? 2 : 1;
    try (Access access = Access.to(DATABASE, connections)) {
      people(access);
      List<DeskInTurn> desks =
          Stream.generate(() -> new DeskInTurn(access, model, done)).limit(DESKS).toList();
      int step = 0;
      try {
        Random random = new Random(seed);
        for (; step < STEPS; step++) {
          take(desks, random, connections);
        }
        for (DeskInTurn desk : desks) {
          desk.leave();
        }
      } catch (AssertionError | Exception failed) {
        throw new AssertionError(
            "seed %d, step %d, %d connections: run it again with -Dzore.seed=%1$d"
                .formatted(seed, step, connections),
            failed);
      } finally {
        desks.forEach(DeskInTurn::close);
      }
    }
    assertThat(done)
        .as("everything was tried")
        .containsKeys(
            "look",
            "add",
            "refused",
            "change",
            "remove",
            "fail",
            "nest",
            "nest as another",
            "lost",
            "commit",
            "roll back",
            "unbound",
            "open",
            "close",
            "expire",
            "idle",
            "role");
    assertThat(done.values()).as("and more than a few times: " + done).allMatch(n -> n > 9);
  }

  private void people(Access access) {
    for (TestGym place : List.of(chain, gym, rival)) {
      for (Tier tier : Tier.values()) {
        Person person = place.person(place.name() + " " + tier.key(), tier);
        tabs.add(new TabInTurn(access, person, place, place, tier));
        if (place.equals(chain) && tier != Tier.MEMBER) {
          tabs.add(new TabInTurn(access, person, gym, chain, tier));
        }
      }
    }
    Person both = gym.person("Bo Both", Tier.STAFF);
    rival.admit(both, Tier.MEMBER, false);
    tabs.add(new TabInTurn(access, both, gym, gym, Tier.STAFF));
    tabs.add(new TabInTurn(access, both, gym, gym, Tier.STAFF));
    tabs.add(new TabInTurn(access, both, rival, rival, Tier.MEMBER));
  }

  /** One step of one desk, or something that happens to a tab meanwhile. */
  private void take(List<DeskInTurn> desks, Random random, int connections) throws Exception {
    DeskInTurn desk = desks.get(random.nextInt(desks.size()));
    if (random.nextInt(20) == 0) {
      boolean busy = !desk.isIdle() && random.nextBoolean();
      happen(busy ? desk.requiredTab() : tabs.get(random.nextInt(tabs.size())), random);
    }
    if (desk.isIdle()) {
      TabInTurn tab = tabs.get(random.nextInt(tabs.size()));
      boolean free = desks.stream().filter(other -> other.works(tab.tier())).count() < connections;
      if (random.nextInt(12) == 0) {
        desk.lookUnbound();
      } else if (free) {
        desk.begin(tab);
      }
      return;
    }
    boolean alone =
        desks.stream().noneMatch(other -> other != desk && other.writesAs(desk.requiredTab()));
    desk.step(random, tabs.get(random.nextInt(tabs.size())), alone);
  }

  private void happen(TabInTurn tab, Random random) {
    switch (random.nextInt(4)) {
      case 0 -> end(tab, "close", "closed_at = clock_timestamp()");
      case 1 -> end(tab, "expire", "expires_at = clock_timestamp()");
      case 2 -> end(tab, "idle", "last_seen_at = clock_timestamp() - interval '30 minutes'");
      default -> changeRole(tab, random);
    }
  }

  private void end(TabInTurn tab, String how, String change) {
    if (tab.isOpen()) {
      gym.execute(
          "update ui_sessions set %s where id = ?".formatted(change), tab.session().value());
      tab.lost();
      done.merge(how, 1, Integer::sum);
    }
  }

  /** Another role ends what the old one had opened: there, and in the gyms below. */
  private void changeRole(TabInTurn tab, Random random) {
    List<Tier> others =
        Arrays.stream(Tier.values())
            .filter(tier -> tier != Tier.OWNER && tier != tab.tier())
            // A member of the chain could not open its gyms any more.
            .filter(tier -> tier != Tier.MEMBER || !tab.giver().equals(chain))
            .toList();
    boolean mayChange =
        (tab.tier() != Tier.OWNER && !tab.giver().equals(chain)) || tab.isWorkOfTheChain();
    if (mayChange) {
      Tier tier = others.get(random.nextInt(others.size()));
      gym.execute(
          "update user_organizations set role = ? where user_id = ? and organization_id = ?",
          tier.key(),
          tab.person().id().value(),
          tab.giver().id().value());
      tabs.stream()
          .filter(each -> each.person().equals(tab.person()) && each.giver().equals(tab.giver()))
          .forEach(each -> each.becomes(tier));
      done.merge("role", 1, Integer::sum);
    }
  }
}
