package com.tryzore.crm.access;

import com.tryzore.crm.access.PasswordRules.Weakness;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Setting the first password by an invitation, and changing it later. */
@Component
public class Passwords {
  private final Gate gate;
  private final SignIn signIn;
  private final SignInThrottle throttle;
  private final SignIns signIns;
  private final PasswordEncoder encoder;
  private final Bindings bindings;
  private final TransactionTemplate transactions;
  private final JdbcClient sql;

  Passwords(
      Gate gate,
      SignIn signIn,
      SignInThrottle throttle,
      SignIns signIns,
      PasswordEncoder encoder,
      Bindings bindings,
      BoundTransactions transactions,
      JdbcClient sql) {
    this.gate = gate;
    this.signIn = signIn;
    this.throttle = throttle;
    this.signIns = signIns;
    this.encoder = encoder;
    this.bindings = bindings;
    this.transactions = new TransactionTemplate(transactions);
    this.sql = sql;
  }

  /** How an attempt to set a password ended. */
  public sealed interface Outcome {

    /** It is set. */
    record Done() implements Outcome {}

    /** It is not good enough. */
    record Weak(Weakness weakness) implements Outcome {}

    /** The present password was not right. */
    record WrongPassword() implements Outcome {}

    /** The present password was wrong too often; minutes to wait. */
    record TooManyTries(long minutes) implements Outcome {}

    /** The link was used, was withdrawn or has expired. */
    record LinkGone() implements Outcome {}
  }

  /**
   * Changes the password of somebody who has signed in. All other sign-ins of this account end, and
   * with them their tabs; this one stays.
   *
   * @param who who wants it
   * @param present the present password
   * @param next the new one
   */
  public Outcome change(SignedIn who, String present, String next) {
    Optional<SignInThrottle.Refusal> refusal =
        throttle.count(who.email(), "change of " + who.user());
    if (refusal.isPresent()) {
      return new Outcome.TooManyTries(new TooManyTriesException(refusal.get().pause()).minutes());
    }
    if (!signIn.matches(SignIn.normalised(present), gate.credential(who.email()))) {
      return new Outcome.WrongPassword();
    }
    throttle.succeeded(who.email(), "change of " + who.user());
    Optional<Weakness> weakness =
        PasswordRules.weakness(next, List.of(who.email(), who.displayName()));
    if (weakness.isPresent()) {
      return new Outcome.Weak(weakness.get());
    }
    gate.changePassword(who.user(), encoder.encode(SignIn.normalised(next)));
    signIns.endAllBut(who);
    return new Outcome.Done();
  }

  /**
   * Accepts an invitation for an account that has a password. The link alone is not enough: whoever
   * invited has it too.
   *
   * @param token from the link
   * @param present the account's password
   */
  public Outcome accept(String token, String present) {
    Optional<Invitation> invitation = gate.invitation(token);
    if (invitation.isEmpty()) {
      return new Outcome.LinkGone();
    }
    String email = invitation.get().email();
    Optional<SignInThrottle.Refusal> refusal = throttle.count(email, "invitation of " + email);
    if (refusal.isPresent()) {
      return new Outcome.TooManyTries(new TooManyTriesException(refusal.get().pause()).minutes());
    }
    Optional<Credential> holder = gate.credential(email);
    if (!signIn.matches(SignIn.normalised(present), holder)) {
      return new Outcome.WrongPassword();
    }
    throttle.succeeded(email, "invitation of " + email);
    return holder.flatMap(account -> gate.acceptInvitation(token, null, account.user())).isPresent()
        ? new Outcome.Done()
        : new Outcome.LinkGone();
  }

  /**
   * Accepts an invitation and sets the account's first password and the name its owner wants to be
   * called by.
   *
   * @param token from the link
   * @param name how the person is called on screen
   * @param password the new password
   */
  public Outcome accept(String token, String name, String password) {
    Optional<Invitation> invitation = gate.invitation(token);
    if (invitation.isEmpty()) {
      return new Outcome.LinkGone();
    }
    Invitation open = invitation.get();
    Optional<Weakness> weakness =
        PasswordRules.weakness(password, List.of(open.email(), name, open.organizationName()));
    if (weakness.isPresent()) {
      return new Outcome.Weak(weakness.get());
    }
    Optional<UserId> user =
        gate.acceptInvitation(token, encoder.encode(SignIn.normalised(password)), null);
    user.ifPresent(accepted -> rename(accepted, open.slug(), name));
    return user.isPresent() ? new Outcome.Done() : new Outcome.LinkGone();
  }

  private void rename(UserId user, String slug, String name) {
    Binding binding = gate.open(user, slug, Instant.now());
    try {
      bindings.runAs(
          binding,
          () ->
              transactions.executeWithoutResult(
                  begun ->
                      sql.sql("update users set display_name = ? where id = ?")
                          .params(name.strip(), user.value())
                          .update()));
    } finally {
      gate.close(binding);
    }
  }
}
