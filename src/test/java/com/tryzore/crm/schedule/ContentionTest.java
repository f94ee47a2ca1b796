package com.tryzore.crm.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class ContentionTest {

  private final Contention contention = new Contention();
  private final AtomicInteger tries = new AtomicInteger();

  private String loseUntil(int winning) {
    if (tries.incrementAndGet() < winning) {
      throw new CannotAcquireLockException("lost");
    }
    return "won";
  }

  @AfterEach
  void no_transaction() {
    TransactionSynchronizationManager.setActualTransactionActive(false);
    Thread.interrupted();
  }

  @Test
  void what_lost_a_race_is_tried_again_until_it_wins() {
    assertThat(contention.settle(() -> loseUntil(5))).isEqualTo("won");
    assertThat(tries).hasValue(5);
  }

  @Test
  void somebody_who_never_wins_is_told_after_25_tries() {
    assertThatThrownBy(() -> contention.settle(() -> loseUntil(1_000)))
        .isInstanceOf(CannotAcquireLockException.class);
    assertThat(tries).hasValue(25);
  }

  @Test
  void what_failed_otherwise_is_not_tried_again() {
    assertThatThrownBy(
            () ->
                contention.settle(
                    () -> {
                      tries.incrementAndGet();
                      throw new IllegalStateException("broken");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(tries).hasValue(1);
  }

  @Test
  void within_the_callers_transaction_it_runs_once() {
    TransactionSynchronizationManager.setActualTransactionActive(true);
    assertThatThrownBy(() -> contention.settle(() -> loseUntil(2)))
        .isInstanceOf(CannotAcquireLockException.class);
    assertThat(tries).hasValue(1);
  }

  @Test
  void a_thread_that_is_to_stop_does_not_go_on_trying() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> contention.settle(() -> loseUntil(1_000)))
        .isInstanceOf(CannotAcquireLockException.class);
    assertThat(tries).hasValue(1);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }
}
