package com.tryzore.crm.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Founds organizations with their first owner, as {@code zore_jobs}: something no bound session can
 * do, since nobody grants their own tier.
 */
@Component
public class Foundation {

  private final PreparedDatabase database;

  Foundation(PreparedDatabase database) {
    this.database = database;
  }

  /**
   * A chain, or a gym.
   *
   * @param slug its name in addresses
   * @param name its name on screen
   * @param parentSlug the chain it belongs to, if any
   * @param timeZone IANA name
   * @param locale the language it writes in
   * @param currency ISO 4217
   * @param phoneRegion ISO 3166, for numbers without a country code
   */
  public record Place(
      String slug,
      String name,
      @Nullable String parentSlug,
      String timeZone,
      String locale,
      String currency,
      String phoneRegion) {}

  /**
   * The first owner.
   *
   * @param email to sign in with
   * @param name as shown on screen
   * @param passwordHash as the password encoder writes it
   */
  public record FirstOwner(String email, String name, String passwordHash) {

    @Override
    public String toString() {
      return "FirstOwner[" + name + "]";
    }
  }

  /** Whether no organization has been founded yet. */
  public boolean isDue() {
    try (Connection connection = database.connect(Login.JOBS)) {
      return Bootstrap.text(connection, "select jobs.has_organizations()").equals("f");
    } catch (SQLException e) {
      throw new StartupFailure("The database cannot be asked for its organizations.", e);
    }
  }

  /** Whether there is an organization of that slug. */
  public boolean has(String slug) {
    try (Connection connection = database.connect(Login.JOBS);
        PreparedStatement query = connection.prepareStatement("select jobs.has_organization(?)")) {
      query.setString(1, slug);
      try (var answer = query.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new StartupFailure("The database cannot be asked for its organizations.", e);
    }
  }

  /**
   * Founds one.
   *
   * @param owner may be null for a gym of a chain, whose owner is then the chain's
   */
  public void found(Place place, @Nullable FirstOwner owner) {
    try (Connection connection = database.connect(Login.JOBS);
        PreparedStatement call =
            connection.prepareStatement(
                "select jobs.found_organization(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      @Nullable String[] arguments = {
        place.slug(),
        place.name(),
        place.parentSlug(),
        place.timeZone(),
        place.locale(),
        place.currency(),
        place.phoneRegion(),
        owner == null ? null : owner.email(),
        owner == null ? null : owner.name(),
        owner == null ? null : owner.passwordHash()
      };
      for (int i = 0; i < arguments.length; i++) {
        call.setString(i + 1, arguments[i]);
      }
      call.execute();
    } catch (SQLException e) {
      throw new StartupFailure("%s cannot be founded.".formatted(place.name()), e);
    }
  }
}
