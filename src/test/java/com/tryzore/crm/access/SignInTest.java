package com.tryzore.crm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tryzore.crm.access.Passwords.Outcome;
import com.tryzore.crm.access.TestGym.Person;
import com.tryzore.crm.database.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class SignInTest {
  private static final String SECRET = "river boats go by";

  private static final Counting encoder = new Counting(new PasswordHashing().passwordEncoder());
  private static Access access;
  private static TestGym gym;

  private SignInThrottle throttle;
  private SignIn signIn;
  private Passwords passwords;

  @BeforeAll
  static void open() {
    access = Access.to(TestDatabase.shared(), 2);
    gym = TestGym.open(TestDatabase.shared(), "Door");
  }

  @AfterAll
  static void close() {
    access.close();
  }

  @BeforeEach
  void fresh() {
    throttle = new SignInThrottle();
    signIn = new SignIn(access.gate, encoder, throttle);
    passwords =
        new Passwords(
            access.gate,
            signIn,
            throttle,
            new SignIns(access.gate),
            encoder,
            access.bindings,
            access.transactions,
            access.sql);
    encoder.compared.clear();
  }

  @Test
  void address_and_password_sign_in() {
    Person anna = person("Anna Berger");

    SignedIn who = signIn(" " + anna.email().toUpperCase(java.util.Locale.ROOT) + " ", SECRET);

    assertThat(who.user()).isEqualTo(anna.id());
    assertThat(who.displayName()).isEqualTo("Anna Berger");
    assertThat(who.signedInAt()).isBetween(Instant.now().minusSeconds(5), Instant.now());
    assertThat(lastOutcome(anna)).isEqualTo("succeeded");
  }

  @Test
  void unknown_wrong_disabled_and_without_password_get_the_same_answer_after_the_same_work() {
    Person anna = person("Anna Wrong");
    Person disabled = person("Dora Gone");
    gym.execute("update users set disabled_at = now() where id = ?", disabled.id().value());
    Person invited = gym.person("Ida New", Tier.STAFF);

    List<Throwable> answers = new ArrayList<>();
    List<List<String>> work = new ArrayList<>();
    for (String[] attempt :
        new String[][] {
          {"nobody@example.test", SECRET},
          {anna.email(), "river boats stand still"},
          {disabled.email(), SECRET},
          {invited.email(), SECRET},
          {anna.email(), ""},
          {anna.email(), "x".repeat(5000)}
        }) {
      encoder.compared.clear();
      answers.add(catchThrowable(() -> signIn(attempt[0], attempt[1])));
      work.add(encoder.compared.stream().map(SignInTest::parameters).toList());
    }

    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .isExactlyInstanceOf(BadCredentialsException.class)
                    .hasMessage("No account with this address and password"));
    assertThat(work)
        .allSatisfy(
            one -> assertThat(one).containsExactly("{argon2id}$argon2id$v=19$m=19456,t=2,p=1"));
    assertThat(lastOutcome(anna)).isEqualTo("failed");
  }

  @Test
  void too_many_tries_are_told_to_wait_without_a_look_at_the_password() {
    Person anna = person("Anna Often");
    for (int i = 0; i < SignInThrottle.TRIES_PER_ACCOUNT; i++) {
      assertThatThrownBy(() -> signIn(anna.email(), "wrong " + anna.name()))
          .isInstanceOf(BadCredentialsException.class);
    }
    encoder.compared.clear();

    assertThatThrownBy(() -> signIn(anna.email(), SECRET))
        .isInstanceOfSatisfying(
            TooManyTriesException.class, wait -> assertThat(wait.minutes()).isBetween(1L, 2L));
    assertThat(encoder.compared).isEmpty();
  }

  @Test
  void an_older_kind_of_hash_is_replaced_when_its_owner_signs_in() {
    Person old =
        gym.person(
            "Olga Old", Tier.STAFF, "{bcrypt}" + new BCryptPasswordEncoder(4).encode(SECRET));

    signIn(old.email(), SECRET);

    assertThat(hashOf(old)).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(signIn(old.email(), SECRET).user()).isEqualTo(old.id());
  }

  @Test
  void a_composed_and_a_decomposed_accent_are_the_same_password() {
    Person jose = gym.person("Jose Nu", Tier.STAFF, encoder.encode("contrase\u00f1a del gym"));

    assertThat(signIn(jose.email(), "contrasen\u0303a del gym").user()).isEqualTo(jose.id());
  }

  @Test
  void a_changed_password_ends_the_other_sign_ins_and_keeps_this_one() {
    Person anna = person("Anna Change");
    SignIns signIns = new SignIns(access.gate);
    passwords =
        new Passwords(
            access.gate,
            signIn,
            throttle,
            signIns,
            encoder,
            access.bindings,
            access.transactions,
            access.sql);
    SignedIn elsewhere = signIn(anna.email(), SECRET);
    SignedIn here = signIn(anna.email(), SECRET);

    assertThat(passwords.change(here, "not it at all", "boats that sail by night"))
        .isInstanceOf(Outcome.WrongPassword.class);
    assertThat(passwords.change(here, SECRET, "short")).isInstanceOf(Outcome.Weak.class);
    assertThat(signIns.isOver(elsewhere)).isFalse();
    assertThat(passwords.change(here, SECRET, "boats that sail by night"))
        .isInstanceOf(Outcome.Done.class);

    assertThat(signIns.isOver(elsewhere)).isTrue();
    assertThat(signIns.isOver(here)).isFalse();
    assertThatThrownBy(() -> signIn(anna.email(), SECRET))
        .isInstanceOf(BadCredentialsException.class);
    assertThat(signIns.isOver(signIn(anna.email(), "boats that sail by night"))).isFalse();
  }

  @Test
  void an_invitation_is_accepted_once_with_a_name_and_a_good_password() {
    Person owner = gym.person("Olivia Owner", Tier.OWNER);
    Binding binding = access.gate.open(owner.id(), gym.slug(), Instant.now());
    String token =
        access.bindings.callAs(
            binding,
            () ->
                access
                    .required()
                    .execute(
                        begun ->
                            access
                                .sql
                                .sql("select access.invite(?, 'N. N.', 'trainer')")
                                .param("new.trainer." + owner.id() + "@example.test")
                                .query(String.class)
                                .single()));

    Invitation invitation = access.gate.invitation(token).orElseThrow();
    assertThat(invitation.organizationName()).isEqualTo("Door");
    assertThat(invitation.tier()).isEqualTo(Tier.TRAINER);
    assertThat(invitation.needsPassword()).isTrue();
    assertThat(passwords.accept(token, "Nora Neu", "passwort123"))
        .isEqualTo(new Outcome.Weak(PasswordRules.Weakness.COMMON));
    assertThat(passwords.accept(token, "Nora Neu", SECRET)).isInstanceOf(Outcome.Done.class);

    SignedIn nora = signIn(invitation.email(), SECRET);
    assertThat(nora.displayName()).isEqualTo("Nora Neu");
    assertThat(access.gate.standings(nora.user()))
        .singleElement()
        .satisfies(place -> assertThat(place.tier()).isEqualTo(Tier.TRAINER));
    assertThat(passwords.accept(token, "Somebody Else", "another good sentence"))
        .isInstanceOf(Outcome.LinkGone.class);
    assertThat(access.gate.invitation(token)).isEmpty();
    assertThat(access.gate.invitation("never was")).isEmpty();
  }

  @Test
  void a_role_in_the_chain_counts_in_its_gyms_and_the_primary_place_comes_first() {
    TestGym chain = TestGym.open(TestDatabase.shared(), "Chain");
    TestGym north = chain.below("North");
    TestGym south = chain.below("South");
    Person chief = chain.person("Chief", Tier.OWNER);

    assertThat(access.gate.standings(chief.id()))
        .extracting(Standing::slug)
        .containsExactly(chain.slug(), north.slug(), south.slug());
    assertThat(access.gate.standings(chief.id()).getFirst().primary()).isTrue();
    assertThat(access.gate.open(chief.id(), south.slug(), Instant.now()).tier())
        .isEqualTo(Tier.OWNER);
  }

  private static Person person(String name) {
    return gym.person(name, Tier.STAFF, encoder.encode(SECRET));
  }

  private SignedIn signIn(String email, String password) {
    UsernamePasswordAuthenticationToken attempt =
        UsernamePasswordAuthenticationToken.unauthenticated(email, password);
    attempt.setDetails(new WebAuthenticationDetails("192.0.2.7", null));
    return (SignedIn) Objects.requireNonNull(signIn.authenticate(attempt).getPrincipal());
  }

  private static @Nullable String lastOutcome(Person person) {
    return gym.value(
        String.class,
        "select new_values ->> 'outcome' from audit_logs where action = 'sign-in' and row_key = ?"
            + " order by occurred_at desc limit 1",
        person.id().toString());
  }

  private static String hashOf(Person person) {
    return String.valueOf(
        gym.value(
            String.class, "select password_hash from users where id = ?", person.id().value()));
  }

  private static String parameters(String hash) {
    return hash.substring(0, hash.lastIndexOf('$', hash.lastIndexOf('$') - 1));
  }

  /** Notes which hash each comparison was made with. */
  private static final class Counting implements PasswordEncoder {
    private final PasswordEncoder encoder;
    final List<String> compared = new ArrayList<>();

    Counting(PasswordEncoder encoder) {
      this.encoder = encoder;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
      return encoder.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
      compared.add(String.valueOf(hash));
      return encoder.matches(password, hash);
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
      return encoder.upgradeEncoding(hash);
    }
  }
}
