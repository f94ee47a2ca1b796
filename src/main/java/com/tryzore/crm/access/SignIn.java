package com.tryzore.crm.access;

import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signing in with e-mail address and password. An unknown address, a wrong password, an account
 * without password and a disabled one get the same answer after the same work. Each outcome is
 * recorded.
 */
@Component
class SignIn implements AuthenticationProvider {
  private static final Logger log = LoggerFactory.getLogger(SignIn.class);

  /** Hashing takes 19 MiB each time; more at once would not be faster on the machines meant. */
  private static final int HASHES_AT_ONCE = 4;

  private static final int LONGEST_EMAIL = 254;

  private final Gate gate;
  private final PasswordEncoder encoder;
  private final SignInThrottle throttle;
  private final Clock clock = Clock.systemUTC();
  private final Semaphore hashing = new Semaphore(HASHES_AT_ONCE, true);
  private final String hashOfNobody;

  SignIn(Gate gate, PasswordEncoder encoder, SignInThrottle throttle) {
    this.gate = gate;
    this.encoder = encoder;
    this.throttle = throttle;
    this.hashOfNobody = encoder.encode("a password that belongs to nobody");
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  /**
   * Signs in.
   *
   * @throws TooManyTriesException when account or address must wait
   * @throws BadCredentialsException in every other case but success
   * @throws InternalAuthenticationServiceException when the database does not answer
   */
  @Override
  public Authentication authenticate(Authentication attempt) {
    String email = attempt.getName().strip().toLowerCase(Locale.ROOT);
    String password = normalised(String.valueOf(attempt.getCredentials()));
    String address =
        attempt.getDetails() instanceof WebAuthenticationDetails details
            ? details.getRemoteAddress()
            : "unknown";
    try {
      Optional<SignInThrottle.Refusal> refusal = throttle.count(email, address);
      if (refusal.isPresent()) {
        if (refusal.get().first()) {
          gate.recordSignIn(null, cut(email), SignInOutcome.THROTTLED, address);
        }
        throw new TooManyTriesException(refusal.get().pause());
      }
      return admit(attempt, email, password, address);
    } catch (DataAccessException unavailable) {
      throw new InternalAuthenticationServiceException("The database does not answer", unavailable);
    }
  }

  /** As {@code NIST SP 800-63B} has it: the same password, however a keyboard composes it. */
  static String normalised(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /** Compares with the stored hash, or with nobody's when there is none: the work is the same. */
  boolean matches(String password, Optional<Credential> credential) {
    String stored = credential.map(Credential::passwordHash).orElse(hashOfNobody);
    boolean tooLong = password.length() > PasswordRules.LONGEST;
    hashing.acquireUninterruptibly();
    try {
      boolean equal = encoder.matches(tooLong ? "" : password, stored);
      return equal && !tooLong && credential.map(Credential::passwordHash).isPresent();
    } finally {
      hashing.release();
    }
  }

  private Authentication admit(
      Authentication attempt, String email, String password, String address) {
    Optional<Credential> found =
        email.length() > LONGEST_EMAIL ? Optional.empty() : gate.credential(email);
    boolean right = matches(password, found);
    if (!right || found.isEmpty() || found.get().disabled()) {
      UserId user = found.map(Credential::user).orElse(null);
      gate.recordSignIn(user, cut(email), SignInOutcome.FAILED, address);
      throw new BadCredentialsException("No account with this address and password");
    }
    Credential account = found.get();
    throttle.succeeded(email, address);
    upgrade(account, password);
    gate.recordSignIn(account.user(), email, SignInOutcome.SUCCEEDED, address);
    SignedIn who =
        new SignedIn(
            account.user(), email, account.displayName(), clock.instant(), account.locale());
    UsernamePasswordAuthenticationToken admitted =
        UsernamePasswordAuthenticationToken.authenticated(who, null, List.of());
    admitted.setDetails(attempt.getDetails());
    return admitted;
  }

  private void upgrade(Credential account, String password) {
    if (encoder.upgradeEncoding(account.passwordHash())) {
      gate.changePassword(account.user(), encoder.encode(password));
      log.info("The password hash of {} was brought up to date", account.user());
    }
  }

  private static String cut(String email) {
    return email.length() <= LONGEST_EMAIL ? email : email.substring(0, LONGEST_EMAIL);
  }
}
