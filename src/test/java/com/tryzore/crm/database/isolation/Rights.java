package com.tryzore.crm.database.isolation;

import com.tryzore.crm.access.Tier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A trial world of its own in which single rights are granted and withheld as a test needs it. */
final class Rights implements AutoCloseable {

  private final Trial trial = Trial.fresh();
  private final Logins logins = new Logins(trial.database());

  /** Grants or withholds one right of somebody's, and no other. */
  void set(Person person, Place place, String right, boolean held) throws SQLException {
    try (Connection superuser = trial.database().superuser();
        PreparedStatement update =
            superuser.prepareStatement(
                "update user_organizations set permissions = jsonb_build_object(?, ?)"
                    + " where organization_id = ? and user_id = ?")) {
      update.setString(1, right);
      update.setBoolean(2, held);
      update.setObject(3, place.id());
      update.setObject(4, person.id());
      if (update.executeUpdate() != 1) {
        throw new IllegalArgumentException(person + " has no role at " + place);
      }
    }
  }

  /** Does something as the superuser, for good. */
  void arrange(String sql) throws SQLException {
    try (Connection superuser = trial.database().superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Tries one statement as the one of that tier at the place; nothing of it stays. */
  Outcome tries(Tier tier, Place place, String sql) throws SQLException {
    return tries(Person.the(place, tier), place, sql);
  }

  Outcome tries(Person person, Place place, String sql) throws SQLException {
    return logins.attempt(World.subject(person, place), sql);
  }

  Connection superuser() throws SQLException {
    return trial.database().superuser();
  }

  Logins logins() {
    return logins;
  }

  @Override
  public void close() throws SQLException {
    logins.close();
    trial.database().drop();
  }
}
