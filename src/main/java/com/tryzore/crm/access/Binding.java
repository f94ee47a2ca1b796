package com.tryzore.crm.access;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;

/**
 * One UI session's right to act: one user, in one organization, as one tier, until it expires or is
 * revoked. Made by the {@link Gate} only and immutable. The secret token inside is never shown,
 * neither by a method nor by {@link #toString()}.
 */
public final class Binding {
  private final SessionId session;
  private final String token;
  private final UserId user;
  private final String userName;
  private final Standing place;
  private final Instant expiresAt;

  Binding(
      UUID session, String token, UserId user, String userName, Standing place, Instant expiresAt) {
    this.session = new SessionId(session);
    this.token = token;
    this.user = user;
    this.userName = userName;
    this.place = place;
    this.expiresAt = expiresAt;
  }

  public SessionId session() {
    return session;
  }

  public UserId user() {
    return user;
  }

  /** How the user is called on screen. */
  public String userName() {
    return userName;
  }

  public OrganizationId organization() {
    return place.organization();
  }

  /** The organization's name in addresses: {@code /o/{slug}/…}. */
  public String slug() {
    return place.slug();
  }

  public String organizationName() {
    return place.name();
  }

  /** The zone in which this gym's classes start and its days begin. */
  public ZoneId zone() {
    return place.zone();
  }

  /** The currency this gym sells in. */
  public Currency currency() {
    return place.currency();
  }

  /** The tier, and with it the PostgreSQL login that this binding's work runs as. */
  public Tier tier() {
    return place.tier();
  }

  /**
   * The instant after which the database refuses this binding whatever happens: twelve hours after
   * signing in. It ends sooner when nobody uses it for thirty minutes, or when it is revoked.
   */
  public Instant expiresAt() {
    return expiresAt;
  }

  Binding named(String name) {
    return new Binding(session.value(), token, user, name, place, expiresAt);
  }

  String token() {
    return token;
  }

  /** Two bindings are the same when they are the same UI session. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Binding binding && session.equals(binding.session);
  }

  @Override
  public int hashCode() {
    return session.hashCode();
  }

  @Override
  public String toString() {
    return "Binding[session=%s, user=%s, organization=%s, tier=%s]"
        .formatted(session, user, slug(), tier());
  }
}
