package com.tryzore.crm.database.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Raw SQL on a bound connection, as an injection would run it. */
class EscapeTest {

  private static final Trial TRIAL = Trial.shared();
  private static final Logins LOGINS = new Logins(TRIAL.database());

  /** A statement, and how it may fail. */
  private record Escape(String sql, String expected) {

    static Escape parse(String line) {
      String[] parts = line.split("-->", 2);
      return new Escape(parts[0].strip(), parts.length < 2 ? Outcome.REFUSED : parts[1].strip());
    }

    boolean fails(Outcome outcome, String login) {
      return switch (outcome) {
        case Outcome.Refused refused -> expected.contains(Outcome.REFUSED);
        case Outcome.Blocked blocked -> expected.contains(blocked.state());
        case Outcome.Rows rows -> expected.endsWith("unless " + login);
      };
    }
  }

  @AfterAll
  static void leave() throws SQLException {
    LOGINS.close();
  }

  @Test
  void nothing_an_injection_would_try_succeeds() throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (Escape escape : escapes()) {
      for (Subject subject : World.tiersOf(Place.RIVER)) {
        String login = subject.tier().login();
        check(wrong, escape, login, LOGINS.as(subject, c -> Door.attempt(c, escape.sql())));
      }
      for (String login : List.of("zore_gate", "zore_jobs")) {
        check(wrong, escape, login, LOGINS.as(login, "", c -> Door.attempt(c, escape.sql())));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void check(List<String> wrong, Escape escape, String login, Outcome outcome) {
    if (!escape.fails(outcome, login)) {
      wrong.add(
          "as %s, %s: expected %s, got %s"
              .formatted(login, escape.sql(), escape.expected(), outcome));
    }
  }

  private static List<Escape> escapes() {
    try (InputStream file = EscapeTest.class.getResourceAsStream("escapes.sql")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("--"))
          .map(Escape::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
