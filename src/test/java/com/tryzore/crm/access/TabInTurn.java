package com.tryzore.crm.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym.Person;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tab of somebody at a place: what it is bound to, and whether the binding still counts. */
final class TabInTurn {
  private final Access access;
  private final Person person;
  private final TestGym place;
  private final TestGym giver;
  private Tier tier;
  private @Nullable Binding binding;
  private boolean isLive;

  /**
   * A tab that is not open yet.
   *
   * @param giver where the role is by which the place may be opened
   */
  TabInTurn(Access access, Person person, TestGym place, TestGym giver, Tier tier) {
    this.access = access;
    this.person = person;
    this.place = place;
    this.giver = giver;
    this.tier = tier;
  }

  Person person() {
    return person;
  }

  TestGym place() {
    return place;
  }

  TestGym giver() {
    return giver;
  }

  /** The tier that the next binding will have. */
  Tier tier() {
    return tier;
  }

  boolean isOpen() {
    return binding != null && isLive;
  }

  boolean isWorkOfTheChain() {
    return !giver.equals(place) && tier != Tier.OWNER;
  }

  SessionId session() {
    return binding().session();
  }

  Binding binding() {
    return Objects.requireNonNull(binding);
  }

  /** Whether what was once bound so still counts. */
  boolean isLive(Binding once) {
    return isLive && Objects.equals(once, binding);
  }

  /** Opens the tab when it is not. Whether that was needed. */
  boolean open() {
    if (isOpen()) {
      return false;
    }
    Binding opened = access.gate.open(person.id(), place.slug(), Instant.now());
    assertThat(opened.tier()).isEqualTo(tier);
    assertThat(opened.organization()).isEqualTo(place.id());
    assertThat(opened.user()).isEqualTo(person.id());
    assertThat(opened.userName()).isEqualTo(person.name());
    binding = opened;
    isLive = true;
    return true;
  }

  void lost() {
    isLive = false;
  }

  void becomes(Tier other) {
    tier = other;
    isLive = false;
  }

  @Override
  public String toString() {
    return "%s as %s at %s".formatted(person.name(), tier.key(), place.name());
  }
}
