package com.tryzore.crm.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym.Person;
import com.tryzore.crm.database.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Many users of two organizations take turns on the very same pooled connections. */
class InterleavedBindingsTest {
  private static final int THREADS = 6;
  private static final int TURNS = 150;
  private static final long SEED = 20_260_314L;

  @Test
  void nobody_ever_sees_the_rows_of_another_organization() throws Exception {
    TestGym one = TestGym.open(TestDatabase.shared(), "One");
    TestGym two = TestGym.open(TestDatabase.shared(), "Two");
    one.tag("one");
    two.tag("two");
    try (Access access = Access.to(TestDatabase.shared(), 1);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Binding> bindings = new ArrayList<>();
      for (TestGym gym : List.of(one, two)) {
        for (Tier tier : List.of(Tier.OWNER, Tier.ADMIN, Tier.STAFF, Tier.TRAINER)) {
          Person person = gym.person(gym.name() + " " + tier.key(), tier);
          bindings.add(access.gate.open(person.id(), gym.slug(), Instant.now()));
          bindings.add(access.gate.open(person.id(), gym.slug(), Instant.now()));
        }
      }
      List<Callable<Integer>> work = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Random random = new Random(SEED + thread);
        work.add(() -> takeTurns(access, bindings, random));
      }
      int seen = 0;
      for (Future<Integer> done : threads.invokeAll(work)) {
        seen += done.get();
      }
      assertThat(seen).isGreaterThan(THREADS * TURNS / 2);
    }
  }

  private static int takeTurns(Access access, List<Binding> bindings, Random random) {
    int seen = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      Binding binding = bindings.get(random.nextInt(bindings.size()));
      TransactionTemplate transaction = access.required();
      transaction.setReadOnly(random.nextBoolean());
      boolean fails = random.nextInt(4) == 0;
      boolean breaks = random.nextInt(8) == 0;
      try {
        access.bindings.runAs(
            binding,
            () ->
                transaction.executeWithoutResult(
                    begun -> {
                      look(access, binding);
                      if (breaks) {
                        access.sql.sql("select 1 / 0").query(Integer.class).single();
                      }
                      if (fails) {
                        begun.setRollbackOnly();
                      }
                    }));
        seen++;
      } catch (org.springframework.dao.DataIntegrityViolationException brokenOnPurpose) {
        assertThat(breaks).isTrue();
      }
    }
    return seen;
  }

  private static void look(Access access, Binding binding) {
    String mine = binding.organizationName().toLowerCase(java.util.Locale.ROOT);
    assertThat(access.sql.sql("select name from tags").query(String.class).list())
        .containsExactly(mine);
    assertThat(
            access
                .sql
                .sql("select distinct organization_id::text from user_organizations")
                .query(String.class)
                .list())
        .containsExactly(binding.organization().toString());
    assertThat(access.sql.sql("select session_user::text").query(String.class).single())
        .isEqualTo(binding.tier().login());
    assertThat(access.sql.sql("select access.user_id()::text").query(String.class).single())
        .isEqualTo(binding.user().toString());
  }
}
