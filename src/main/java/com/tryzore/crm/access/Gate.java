package com.tryzore.crm.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door: all that happens before somebody is bound. Works as a login of its own, which reaches
 * no table, only the functions behind these methods.
 */
@Component
public class Gate {
  private final JdbcClient sql;
  private final Bindings bindings;
  private final TransactionTemplate bound;
  private final JdbcClient boundSql;

  Gate(
      TierPools pools,
      RefusalTranslator refusals,
      Bindings bindings,
      BoundTransactions transactions,
      JdbcClient boundSql) {
    this.bindings = bindings;
    this.bound = new TransactionTemplate(transactions);
    this.boundSql = boundSql;
    JdbcTemplate template = new JdbcTemplate(pools.gate());
    template.setExceptionTranslator(refusals);
    sql = JdbcClient.create(template);
  }

  /** The organizations this user may work in, the primary one first. */
  public List<Standing> standings(UserId user) {
    return sql.sql("select * from access.standings(?)")
        .param(user.value())
        .query((row, number) -> standing(row))
        .list();
  }

  /**
   * Binds a new UI session to a user in an organization.
   *
   * @param user who signed in
   * @param slug the organization's name in addresses
   * @param signedInAt when the user signed in; twelve hours later the binding ends
   * @throws NoSuchPlaceException when the user has no such organization, whatever the reason
   */
  public Binding open(UserId user, String slug, Instant signedInAt) {
    Standing place =
        standings(user).stream()
            .filter(standing -> standing.slug().equals(slug))
            .findFirst()
            .orElseThrow(() -> new NoSuchPlaceException(slug));
    try {
      return named(
          sql.sql(
                  """
                  select session_id, token, tier, expires_at
                    from access.open_session(?, ?, ?)
                  """)
              .params(user.value(), slug, signedInAt.atOffset(ZoneOffset.UTC))
              .query((row, number) -> binding(row, user, place))
              .single());
    } catch (NotAllowedException refused) {
      throw new NoSuchPlaceException(slug);
    }
  }

  private Binding named(Binding binding) {
    String name =
        bindings.callAs(
            binding,
            () ->
                bound.execute(
                    begun ->
                        boundSql
                            .sql("select display_name from users where id = ?")
                            .param(binding.user().value())
                            .query(String.class)
                            .single()));
    return binding.named(name);
  }

  /**
   * Tells the database that somebody is using the UI session: it ends after thirty minutes without.
   *
   * @return false when the session is gone
   */
  public boolean touch(Binding binding) {
    return sql.sql("select access.touch_session(?)")
        .param(binding.token())
        .query(Boolean.class)
        .single();
  }

  /** Ends a UI session. Ending one that is gone already does nothing. */
  public void close(Binding binding) {
    sql.sql("select access.close_session(?)").param(binding.token()).query().listOfRows();
  }

  /** Remembers the language a user chose, for the next time they sign in. */
  public void rememberLocale(UserId user, Locale locale) {
    sql.sql("select access.remember_locale(?, ?)")
        .params(user.value(), locale.toLanguageTag())
        .query()
        .listOfRows();
  }

  /** The invitation behind a one-time link; empty when it was used, has expired or never was. */
  public Optional<Invitation> invitation(String token) {
    return sql.sql("select * from access.invitation(?)")
        .param(token)
        .query(
            (row, number) ->
                new Invitation(
                    row.getString("email"),
                    row.getString("display_name"),
                    row.getString("organization_name"),
                    row.getString("slug"),
                    Tier.ofKey(row.getString("role")),
                    row.getBoolean("needs_password")))
        .optional();
  }

  Optional<UserId> acceptInvitation(
      String token, @Nullable String passwordHash, @Nullable UserId holder) {
    return sql.sql("select access.accept_invitation(?, ?, ?)")
        .param(token)
        .param(passwordHash)
        .param(holder == null ? null : holder.value())
        .query(UUID.class)
        .optional()
        .map(UserId::new);
  }

  Optional<Credential> credential(String email) {
    return sql.sql("select * from access.credential(?)")
        .param(email)
        .query(
            (row, number) ->
                new Credential(
                    new UserId(row.getObject("user_id", UUID.class)),
                    row.getString("password_hash"),
                    row.getString("display_name"),
                    row.getBoolean("is_disabled"),
                    Optional.ofNullable(row.getString("locale")).map(Locale::forLanguageTag)))
        .optional();
  }

  void changePassword(UserId user, String passwordHash) {
    sql.sql("select access.change_password(?, ?)")
        .params(user.value(), passwordHash)
        .query()
        .listOfRows();
  }

  void recordSignIn(
      @Nullable UserId user, String email, SignInOutcome outcome, @Nullable String address) {
    sql.sql("select access.record_sign_in(?, ?, ?, ?)")
        .param(user == null ? null : user.value())
        .param(email)
        .param(outcome.key())
        .param(address)
        .query()
        .listOfRows();
  }

  /**
   * Asks the database for an answer.
   *
   * @throws DataAccessException when there is none
   */
  void ping() {
    sql.sql("select 1").query(Integer.class).single();
  }

  private static Binding binding(ResultSet row, UserId user, Standing place) throws SQLException {
    return new Binding(
        row.getObject("session_id", UUID.class),
        row.getString("token"),
        user,
        "",
        // The tier may have changed since the standings were read: the database's word counts.
        place.as(Tier.ofKey(row.getString("tier"))),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        new OrganizationId(row.getObject("organization_id", UUID.class)),
        row.getString("slug"),
        row.getString("name"),
        Tier.ofKey(row.getString("tier")),
        row.getBoolean("is_primary"),
        Optional.ofNullable(row.getObject("parent_organization_id", UUID.class))
            .map(OrganizationId::new),
        ZoneId.of(row.getString("time_zone")),
        Locale.forLanguageTag(row.getString("locale")),
        Currency.getInstance(row.getString("currency")));
  }
}
