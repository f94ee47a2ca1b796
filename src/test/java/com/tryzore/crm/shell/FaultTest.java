package com.tryzore.crm.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.ui.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

class FaultTest {

  @Test
  void an_error_is_told_by_what_lies_behind_it() {
    assertThat(Fault.of(new RuntimeException(new OptimisticLockingFailureException("x"))))
        .isEqualTo(Fault.CONFLICT);
    assertThat(Fault.of(new CannotCreateTransactionException("x"))).isEqualTo(Fault.UNAVAILABLE);
    assertThat(Fault.of(new IllegalStateException(new DataAccessResourceFailureException("x"))))
        .isEqualTo(Fault.UNAVAILABLE);
    assertThat(Fault.of(new QueryTimeoutException("x"))).isEqualTo(Fault.UNAVAILABLE);
    assertThat(Fault.of(new DuplicateKeyException("x"))).isEqualTo(Fault.BROKEN);
    assertThat(Fault.of(new NullPointerException())).isEqualTo(Fault.BROKEN);
  }

  @Test
  void a_browser_that_went_away_is_nobodys_mistake() {
    assertThat(Troubles.wentAway(new RuntimeException(new ClientAbortException("broken pipe"))))
        .isTrue();
    assertThat(Troubles.wentAway(new RuntimeException(new java.io.IOException("no space left"))))
        .isFalse();
  }

  @Test
  void every_fault_has_its_words_in_every_language() {
    for (Locale language : Texts.LANGUAGES) {
      for (Fault fault : Fault.values()) {
        for (String part : List.of("title", "text", "action", "toast")) {
          assertThat(Texts.in(language).has(fault.key(part))).as(fault.key(part)).isTrue();
        }
      }
    }
  }

  @Test
  void the_log_gets_kinds_and_places_but_nobodys_data() {
    SQLException refused =
        new SQLException("Key (email)=(joanna@example.test) already exists", "23505");
    Exception error = new DuplicateKeyException("joanna@example.test", refused);
    StringWriter written = new StringWriter();
    Throwable redacted = Objects.requireNonNull(Redacted.of(error));
    redacted.printStackTrace(new PrintWriter(written, true));
    assertThat(written.toString())
        .contains("DuplicateKeyException", "SQLException [23505]", "FaultTest")
        .doesNotContain("joanna");
  }
}
