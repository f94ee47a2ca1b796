package com.tryzore.crm.database.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Tier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Without a live binding of one's own tier, no login reaches anything, whatever it may else. */
class StatesTest {

  private static final Trial TRIAL = Trial.shared();
  private static final Logins LOGINS = new Logins(TRIAL.database());

  /** Ways not to be bound, each with the token that the transaction is then bound with. */
  private static final Map<String, Function<Subject, String>> STATES = new LinkedHashMap<>();

  static {
    STATES.put("unbound", subject -> "");
    STATES.put("with a guessed token", subject -> "0".repeat(64));
    STATES.put(
        "with the token in capitals", subject -> Trial.token(subject).toUpperCase(Locale.ROOT));
    STATES.put("with a blank after the token", subject -> Trial.token(subject) + " ");
    STATES.put("with a token that was closed", subject -> "closed " + subject);
    STATES.put("twelve hours after sign-in", subject -> "expired " + subject);
    STATES.put("after half an hour of idleness", subject -> "idle " + subject);
    STATES.put("with an injected condition", subject -> "' or true --");
  }

  @BeforeAll
  static void some_sessions_have_ended() throws SQLException {
    try (Connection superuser = TRIAL.database().superuser();
        Statement statement = superuser.createStatement()) {
      for (Subject subject : World.tiersOf(Place.RIVER)) {
        statement.execute(
            Trial.session(subject, "closed " + subject)
                .withSql("closed_at", "clock_timestamp()")
                .insert());
        statement.execute(
            Trial.session(subject, "expired " + subject)
                .withSql("expires_at", "clock_timestamp()")
                .insert());
        statement.execute(
            Trial.session(subject, "idle " + subject)
                .withSql("last_seen_at", "clock_timestamp() - interval '30 minutes'")
                .insert());
      }
    }
  }

  @AfterAll
  static void leave() throws SQLException {
    LOGINS.close();
  }

  @Test
  void no_tier_reaches_anything_without_a_live_session() throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      for (var state : STATES.entrySet()) {
        wrong.addAll(
            reached(
                state.getKey(), subject, subject.tier().login(), state.getValue().apply(subject)));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_token_opens_nothing_on_the_login_of_another_tier() throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (Subject subject : World.tiersOf(Place.RIVER)) {
      for (Tier tier : Tier.values()) {
        if (tier != subject.tier()) {
          wrong.addAll(reached("of another tier", subject, tier.login(), Trial.token(subject)));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_logins_of_gate_and_jobs_and_the_migrator_reach_no_row_even_with_a_token()
      throws SQLException {
    List<String> wrong = new ArrayList<>();
    for (String login : List.of("zore_gate", "zore_jobs", "zore_migrator")) {
      for (Subject subject : World.tiersOf(Place.RIVER)) {
        wrong.addAll(reached("no tier's", subject, login, Trial.token(subject)));
      }
      wrong.addAll(reached("no tier's", World.tiersOf(Place.RIVER).getFirst(), login, ""));
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> reached(String state, Subject subject, String login, String token)
      throws SQLException {
    return LOGINS.as(
        login,
        token,
        connection -> {
          List<String> wrong = new ArrayList<>();
          for (Kit kit : Trial.kits()) {
            List<String> attempts = new ArrayList<>();
            attempts.add("select from " + kit.table());
            attempts.add("update %s set %s".formatted(kit.table(), kit.change().apply(subject)));
            attempts.add("delete from " + kit.table());
            kit.attempts().apply(subject).stream()
                .filter(row -> row.facts().place() == Place.RIVER)
                .limit(1)
                .forEach(row -> attempts.add(row.insert()));
            for (String attempt : attempts) {
              Outcome outcome = Door.attempt(connection, attempt);
              if (!outcome.isRefusal() && !isHidden(outcome)) {
                wrong.add(
                    "as %s, %s (%s): %s: expected refusal, got %s"
                        .formatted(login, state, subject, attempt, outcome));
              }
            }
          }
          return wrong;
        });
  }

  /** Logins without any right in the schema are not even told that there is such a table. */
  private static boolean isHidden(Outcome outcome) {
    return outcome instanceof Outcome.Blocked blocked && blocked.state().equals("42P01");
  }
}
