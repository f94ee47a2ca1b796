package com.tryzore.crm.demo;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.Passwords;
import com.tryzore.crm.access.SignedIn;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.Foundation;
import com.tryzore.crm.database.Foundation.FirstOwner;
import com.tryzore.crm.database.Foundation.Place;
import com.tryzore.crm.database.ReadyNote;
import com.tryzore.crm.organizations.StaffAccounts;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Loads the demo into a new database, when asked for ({@code zore.demo=true}): once, before the
 * application says that it is ready. A database that holds an organization is left alone.
 */
@Component
@ConditionalOnProperty("zore.demo")
class DemoLoader implements ApplicationRunner, ReadyNote {

  /** The password of every demo account; the README lists the accounts. */
  static final String PASSWORD = "six in the evening";

  private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);
  private static final String OWNER = "owner@harbour.example";
  private static final String RIVAL = "owner@irontemple.example";

  private final Foundation foundation;
  private final PasswordEncoder encoder;
  private final Gate gate;
  private final Bindings bindings;
  private final AuthenticationProvider signIn;
  private final StaffAccounts accounts;
  private final Passwords passwords;
  private final DemoGym gym;
  private boolean present;

  DemoLoader(
      Foundation foundation,
      PasswordEncoder encoder,
      Gate gate,
      Bindings bindings,
      AuthenticationProvider signIn,
      StaffAccounts accounts,
      Passwords passwords,
      DemoGym gym) {
    this.foundation = foundation;
    this.encoder = encoder;
    this.gate = gate;
    this.bindings = bindings;
    this.signIn = signIn;
    this.accounts = accounts;
    this.passwords = passwords;
    this.gym = gym;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (!foundation.isDue()) {
      present = foundation.has("riverside");
      return;
    }
    String hash = encoder.encode(PASSWORD);
    foundation.found(
        new Place("harbour", "Harbour Fitness", null, "Europe/Berlin", "de", "EUR", "DE"),
        new FirstOwner(OWNER, "Olivia Brandt", hash));
    gymOfTheChain(
        new Place("riverside", "Riverside", "harbour", "America/New_York", "en", "USD", "US"),
        0,
        70);
    gymOfTheChain(
        new Place(
            "harbour-hamburg", "Harbour Hamburg", "harbour", "Europe/Berlin", "de", "EUR", "DE"),
        20,
        40);
    gymOfTheChain(
        new Place(
            "las-palmas", "Harbour Las Palmas", "harbour", "Atlantic/Canary", "es", "EUR", "ES"),
        45,
        35);
    foundation.found(
        new Place("iron-temple", "Iron Temple", null, "America/Chicago", "en", "USD", "US"),
        new FirstOwner(RIVAL, "Victor Stone", hash));
    fill("iron-temple", "irontemple.example", RIVAL, 10, 40);
    present = true;
    log.info("The demo organizations are loaded");
  }

  private void gymOfTheChain(Place place, int firstName, int members) {
    foundation.found(place, null);
    fill(place.slug(), place.slug() + ".example", OWNER, firstName, members);
  }

  private void fill(String slug, String domain, String owner, int firstName, int members) {
    Binding asOwner = open(owner, slug);
    account(asOwner, "Adrian Keller", "admin@" + domain, Tier.ADMIN);
    account(asOwner, "Sam Rivera", "desk@" + domain, Tier.STAFF);
    account(asOwner, "Ana Silva", "trainer@" + domain, Tier.TRAINER);
    account(asOwner, "Robin Castellan", "member@" + domain, Tier.MEMBER);
    gate.close(asOwner);
    Binding asAdmin = open("admin@" + domain, slug);
    Binding asDesk = open("desk@" + domain, slug);
    gym.fill(asAdmin, asDesk, asOwner.user(), "member@" + domain, firstName, members);
    gate.close(asAdmin);
    gate.close(asDesk);
  }

  private Binding open(String email, String slug) {
    Authentication answer =
        signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, PASSWORD));
    if (answer == null || !(answer.getPrincipal() instanceof SignedIn account)) {
      throw new IllegalStateException("The demo account " + email + " cannot sign in");
    }
    return gate.open(account.user(), slug, Instant.now());
  }

  private void account(Binding owner, String name, String email, Tier role) {
    String token =
        bindings.callAs(owner, () -> accounts.invite(name, email, role, link -> link).token());
    Passwords.Outcome outcome = passwords.accept(token, name, PASSWORD);
    if (!(outcome instanceof Passwords.Outcome.Done)) {
      throw new IllegalStateException("The demo account " + email + ": " + outcome);
    }
  }

  @Override
  public String text() {
    return present
        ? "sign in as %s with the password “%s” (more accounts in the README)"
            .formatted(String.join(", ", List.of("desk@riverside.example", OWNER)), PASSWORD)
        : "";
  }
}
