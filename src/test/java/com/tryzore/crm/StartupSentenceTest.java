package com.tryzore.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.database.StartupFailure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;

class StartupSentenceTest {

  @Test
  void an_expected_failure_is_told_in_its_own_words_however_deep_it_lies() {
    StartupFailure failure = new StartupFailure("The database is asleep; wake it.");
    assertThat(
            StartupSentence.of(
                new BeanCreationException("pool", "x", new BeanCreationException("y", failure))))
        .isEqualTo("The database is asleep; wake it.");
  }

  @Test
  void a_port_taken_at_the_last_moment_reads_like_one_taken_before() {
    assertThat(
            StartupSentence.of(
                new ApplicationContextException("web server", new PortInUseException(8080))))
        .isEqualTo(
            "Port 8080 is already in use; stop what listens there, or choose another with --port.");
  }

  @Test
  void anything_else_is_one_line_that_points_to_the_log() {
    assertThat(
            StartupSentence.of(
                new BeanCreationException("pool", new IllegalStateException("first\nsecond"))))
        .isEqualTo(
            "TryZore CRM cannot start (java.lang.IllegalStateException: first); the log in the data folder has the details.");
  }
}
