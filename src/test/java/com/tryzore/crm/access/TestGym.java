package com.tryzore.crm.access;

import com.tryzore.crm.database.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An organization made for one test by the superuser, with a slug of its own, so that tests can
 * share a database.
 */
public record TestGym(TestDatabase database, OrganizationId id, String slug, String name) {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final String RUN = Long.toString(System.nanoTime(), 36);

  /** Someone with a role there. */
  public record Person(UserId id, String email, String name, Tier tier) {}

  /** A gym on its own, or a chain. */
  public static TestGym open(TestDatabase database, String name) {
    return make(database, name, null);
  }

  /** A gym of this chain. */
  public TestGym below(String gym) {
    return make(database, gym, id.value());
  }

  /** A new user with that role here and no password. */
  public Person person(String displayName, Tier tier) {
    return person(displayName, tier, null);
  }

  /** A new user with that role here. */
  public Person person(String displayName, Tier tier, @Nullable String passwordHash) {
    String email =
        "%s.%d.%s@example.test"
            .formatted(
                displayName.toLowerCase(Locale.ROOT).replace(' ', '.'),
                NUMBER.incrementAndGet(),
                RUN);
    UUID user =
        returning(
            database,
            "insert into users (display_name, sign_in_email, password_hash) values (?, ?, ?)"
                + " returning id",
            displayName,
            email,
            passwordHash);
    Person person = new Person(new UserId(user), email, displayName, tier);
    admit(person, tier, true);
    return person;
  }

  /** Gives a user a role here as well. */
  public void admit(Person person, Tier tier, boolean primary) {
    returning(
        database,
        "insert into user_organizations (organization_id, user_id, role, is_primary)"
            + " values (?, ?, ?, ?) returning id",
        id.value(),
        person.id().value(),
        tier.key(),
        primary);
  }

  /** Makes a tag, to have something to see. */
  public void tag(String tag) {
    returning(
        database,
        "insert into tags (organization_id, type, name) values (?, 'custom', ?) returning id",
        id.value(),
        tag);
  }

  /** Runs a statement as the superuser. */
  public void execute(String sql, @Nullable Object... parameters) {
    try (Connection connection = database.superuser();
        PreparedStatement statement = prepared(connection, sql, parameters)) {
      statement.execute();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** One value, as the superuser sees it. */
  public <T> @Nullable T value(Class<T> type, String sql, @Nullable Object... parameters) {
    try (Connection connection = database.superuser();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getObject(1, type) : null;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static TestGym make(TestDatabase database, String name, @Nullable UUID parent) {
    String slug =
        "%s-%d-%s"
            .formatted(
                name.toLowerCase(Locale.ROOT).replace(' ', '-'), NUMBER.incrementAndGet(), RUN);
    UUID id =
        returning(
            database,
            "insert into organizations (slug, name, parent_organization_id, time_zone, currency,"
                + " phone_region) values (?, ?, ?, 'Europe/Berlin', 'EUR', 'DE') returning id",
            slug,
            name,
            parent);
    return new TestGym(database, new OrganizationId(id), slug, name);
  }

  private static UUID returning(TestDatabase database, String sql, @Nullable Object... parameters) {
    try (Connection connection = database.superuser();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getObject(1, UUID.class);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
