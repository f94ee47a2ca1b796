package com.tryzore.crm.frontdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Thirty-two people at the keys at once. */
@SpringBootTest
class ManyDesksTest {

  private static final int DESKS = 32;

  @Autowired private FrontDesk desk;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private DeskGym gym;
  private TestGym.Person clerk;
  private List<Binding> desks;

  @BeforeEach
  void many_desks() {
    gym = DeskGym.open("Crowded");
    clerk = gym.gym().person("Sam Staff", Tier.STAFF);
    desks = new ArrayList<>();
    for (int i = 0; i < DESKS; i++) {
      desks.add(gate.open(clerk.id(), gym.gym().slug(), Instant.now()));
    }
  }

  private <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<T>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
      for (int i = 0; i < work.size(); i++) {
        Binding at = desks.get(i % DESKS);
        Callable<T> task = work.get(i);
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return bindings.callAs(at, task::call);
                }));
      }
      start.countDown();
      List<T> got = new ArrayList<>();
      for (Future<T> answer : answers) {
        got.add(answer.get(60, TimeUnit.SECONDS));
      }
      return got;
    }
  }

  @RepeatedTest(3)
  void one_member_at_thirty_two_desks_is_one_visit() throws Exception {
    ClientId joanna = gym.regular("Joanna", "Smith");
    List<Callable<CheckIn>> work = new ArrayList<>();
    for (int i = 0; i < DESKS; i++) {
      work.add(() -> desk.checkIn(joanna, Source.SCAN));
    }

    List<CheckIn> answers = atOnce(work);

    assertThat(answers.stream().filter(CheckIn.Done.class::isInstance)).hasSize(1);
    CheckIn.Done done =
        (CheckIn.Done)
            answers.stream().filter(CheckIn.Done.class::isInstance).findFirst().orElseThrow();
    assertThat(answers.stream().filter(CheckIn.AlreadyIn.class::isInstance))
        .hasSize(DESKS - 1)
        .allMatch(answer -> ((CheckIn.AlreadyIn) answer).visit().equals(done.visit()));
    assertThat(gym.standing(joanna)).isEqualTo(1);
    assertThat(gym.miscounted()).isZero();
  }

  @Test
  void eight_members_at_thirty_two_desks_are_eight_visits() throws Exception {
    List<ClientId> members = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      members.add(gym.regular("Member", "Number" + i));
    }
    List<Callable<CheckIn>> work = new ArrayList<>();
    for (int i = 0; i < DESKS * 4; i++) {
      ClientId member = members.get(i % members.size());
      work.add(() -> desk.checkIn(member, Source.SCAN));
    }

    List<CheckIn> answers = atOnce(work);

    assertThat(answers.stream().filter(CheckIn.Done.class::isInstance)).hasSize(8);
    assertThat(members).allMatch(member -> gym.standing(member) == 1);
    assertThat(gym.miscounted()).isZero();
  }

  @Test
  void check_ins_and_undos_interleaved_leave_statistics_that_a_recount_confirms() throws Exception {
    List<ClientId> members = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ClientId member = gym.regular("Member", "Number" + i);
      members.add(member);
      for (int day = 1; day <= 4; day++) {
        gym.visit(member, clerk, Instant.now().minus(Duration.ofDays(day)));
      }
    }
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < DESKS; i++) {
      Random random = new Random(i);
      work.add(
          () -> {
            int undone = 0;
            for (int turn = 0; turn < 12; turn++) {
              CheckIn answer =
                  desk.checkIn(members.get(random.nextInt(members.size())), Source.SEARCH);
              VisitId visit =
                  switch (answer) {
                    case CheckIn.Done done -> done.visit();
                    case CheckIn.AlreadyIn in -> in.visit();
                    default -> throw new AssertionError(answer);
                  };
              if (random.nextInt(3) > 0 && desk.undo(visit) == Undo.DONE) {
                undone++;
              }
            }
            return undone;
          });
    }

    int undone = atOnce(work).stream().mapToInt(Integer::intValue).sum();

    assertThat(undone).as("visits were undone while others checked in").isGreaterThan(10);
    assertThat(gym.miscounted()).isZero();
    for (ClientId member : members) {
      assertThat(gym.standing(member)).isBetween(4L, 5L);
    }
    assertThat(
            gym.gym()
                .value(
                    Long.class,
                    "select count(*) from visits where organization_id = ? and undone_at is not null",
                    gym.gym().id().value()))
        .as("each undo counted once")
        .isEqualTo(undone);
  }

  @Test
  void two_who_undo_the_same_visit_at_once_undo_it_once() throws Exception {
    ClientId joanna = gym.regular("Joanna", "Smith");
    VisitId visit =
        ((CheckIn.Done) bindings.callAs(desks.get(0), () -> desk.checkIn(joanna, Source.SEARCH)))
            .visit();
    List<Callable<Undo>> work = new ArrayList<>();
    for (int i = 0; i < DESKS; i++) {
      work.add(() -> desk.undo(visit));
    }

    List<Undo> answers = atOnce(work);

    assertThat(answers)
        .containsOnlyOnce(Undo.DONE)
        .contains(Undo.ALREADY)
        .doesNotContain(Undo.UNKNOWN);
    assertThat(gym.miscounted()).isZero();
  }
}
