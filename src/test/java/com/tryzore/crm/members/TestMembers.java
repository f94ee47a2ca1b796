package com.tryzore.crm.members;

import com.tryzore.crm.access.TestGym;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Members of a test's gym, written by the superuser through all triggers.
 *
 * <pre>{@code
 * ClientId joanna = TestMembers.of(gym).named("Joanna", "Smith").phone("+494217204476").add();
 * }</pre>
 */
public final class TestMembers {
  private final TestGym gym;
  private String given = "";
  private String family = "Somebody";
  private @Nullable String email;
  private @Nullable String phone;
  private @Nullable String number;
  private @Nullable LocalDate birthDate;
  private MemberStatus status = MemberStatus.ACTIVE;
  private @Nullable String plan;
  private @Nullable LocalDate validUntil;
  private @Nullable LocalDate joinedOn;
  private @Nullable Instant lastVisit;

  private TestMembers(TestGym gym) {
    this.gym = gym;
  }

  public static TestMembers of(TestGym gym) {
    return new TestMembers(gym);
  }

  public TestMembers named(String givenName, String familyName) {
    given = givenName;
    family = familyName;
    return this;
  }

  public TestMembers email(String address) {
    email = address;
    return this;
  }

  public TestMembers phone(String e164) {
    phone = e164;
    return this;
  }

  public TestMembers number(String memberNumber) {
    number = memberNumber;
    return this;
  }

  public TestMembers born(LocalDate date) {
    birthDate = date;
    return this;
  }

  public TestMembers status(MemberStatus stored, @Nullable LocalDate until) {
    status = stored;
    validUntil = until;
    return this;
  }

  public TestMembers plan(String name) {
    plan = name;
    return this;
  }

  public TestMembers joined(LocalDate date) {
    joinedOn = date;
    return this;
  }

  public TestMembers lastVisit(Instant at) {
    lastVisit = at;
    return this;
  }

  /** Writes the record and the standing at its own gym. */
  public ClientId add() {
    UUID client =
        gym.value(
            UUID.class,
            """
            insert into clients (organization_id, given_name, family_name, birth_date, email, phone)
            values (?, ?, ?, ?::date, ?, ?)
            returning id
            """,
            gym.id().value(),
            given,
            family,
            text(birthDate),
            text(email),
            text(phone));
    return stand(gym, Objects.requireNonNull(client));
  }

  /** Lets a client of another gym of the chain train here, too. */
  public ClientId visiting(TestGym home, ClientId client) {
    return stand(home, client.value());
  }

  private ClientId stand(TestGym home, UUID client) {
    gym.value(
        UUID.class,
        """
        insert into client_organizations (organization_id, client_id, home_organization_id, member_number,
               status, plan_name, valid_until, joined_on, last_visit_before_at)
        values (?, ?, ?, ?, ?, ?, ?::date, ?::date, ?::timestamptz)
        returning id
        """,
        gym.id().value(),
        client,
        home.id().value(),
        text(number),
        status.word(),
        text(plan),
        text(validUntil),
        text(joinedOn),
        text(lastVisit == null ? null : OffsetDateTime.ofInstant(lastVisit, ZoneOffset.UTC)));
    return new ClientId(client);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
