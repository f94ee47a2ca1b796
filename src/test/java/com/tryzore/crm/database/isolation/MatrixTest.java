package com.tryzore.crm.database.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MatrixTest {

  private static final Trial TRIAL = Trial.shared();
  private static final Logins LOGINS = new Logins(TRIAL.database());

  @AfterAll
  static void leave() throws SQLException {
    LOGINS.close();
  }

  @Test
  void every_tier_can_do_what_the_design_says_and_nothing_else() throws SQLException {
    List<String> wrong = new ArrayList<>();
    Matrix matrix = new Matrix(TRIAL, LOGINS);
    for (Subject subject : World.subjects()) {
      for (Kit kit : Trial.kits()) {
        wrong.addAll(matrix.check(subject, kit));
      }
    }
    assertThat(wrong).isEmpty();
  }
}
