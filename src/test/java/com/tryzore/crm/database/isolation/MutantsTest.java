package com.tryzore.crm.database.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A suite that nothing fails proves nothing: each wall of the schema is torn down in a transaction
 * of its own, and some check must notice. Whoever adds a wall that no check notices adds the check.
 */
class MutantsTest {

  /** Mutants that change nothing that anybody could notice, each with the reason. */
  private static final Map<String, String> EQUIVALENT = Map.of();

  private static Trial trial;

  private Connection superuser;
  private Mutants mutants;

  @BeforeAll
  static void settle() {
    trial = Trial.fresh();
  }

  @AfterAll
  static void drop() {
    trial.database().drop();
  }

  @BeforeEach
  void open() throws SQLException {
    superuser = trial.database().superuser();
    superuser.setAutoCommit(false);
    mutants = new Mutants(trial, superuser);
  }

  @AfterEach
  void close() throws SQLException {
    superuser.rollback();
    superuser.close();
  }

  @Test
  void a_policy_dropped_or_widened_is_noticed() throws SQLException {
    assertNoneSurvives(mutants.ofPolicies(), 200);
  }

  @Test
  void row_level_security_switched_off_is_noticed() throws SQLException {
    assertNoneSurvives(mutants.ofTables(), 70);
  }

  @Test
  void a_grant_too_many_is_noticed() throws SQLException {
    assertNoneSurvives(mutants.ofGrants(), 150);
  }

  @Test
  void a_trail_that_misses_or_forgets_is_noticed() throws SQLException {
    assertNoneSurvives(mutants.ofTriggers(), 200);
  }

  @Test
  void a_function_that_refuses_nobody_is_noticed() throws SQLException {
    assertNoneSurvives(mutants.ofFunctions(), 200);
  }

  @Test
  void no_check_complains_while_nothing_is_wrong() throws SQLException {
    assertThat(Refusals.missing(superuser, Refusals.subjects())).isEmpty();
    Matrix matrix = new Matrix(trial, new Impersonation(superuser));
    for (Kit kit : Trial.kits()) {
      for (Subject subject : World.subjects()) {
        assertThat(matrix.check(subject, kit)).isEmpty();
      }
      Savepoint before = superuser.setSavepoint();
      assertThat(new FloorAlone(trial, superuser).complaints(kit)).isEmpty();
      superuser.rollback(before);
    }
  }

  private void assertNoneSurvives(List<Mutant> all, int atLeast) throws SQLException {
    List<String> survivors = new ArrayList<>();
    for (Mutant mutant : all) {
      Savepoint before = superuser.setSavepoint();
      boolean noticed = noticed(mutant);
      superuser.rollback(before);
      superuser.releaseSavepoint(before);
      if (noticed == EQUIVALENT.containsKey(mutant.name())) {
        survivors.add(
            noticed ? mutant + ": noticed after all, no longer equivalent" : mutant.name());
      }
    }
    assertThat(survivors).as("mutants that no check noticed").isEmpty();
    assertThat(all.size()).isGreaterThan(atLeast);
  }

  private boolean noticed(Mutant mutant) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute(mutant.sql());
    }
    for (Mutant.Check check : mutant.checks()) {
      try {
        if (!check.complaints().isEmpty()) {
          return true;
        }
      } catch (SQLException broken) {
        return true;
      }
    }
    return false;
  }
}
