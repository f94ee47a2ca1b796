package com.tryzore.crm.organizations;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.access.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The accounts of those who work in the bound organization. For admins and above; what may be
 * changed is decided by the database: owners change roles below owner, admins those below admin,
 * nobody their own. A change of role or status ends the tabs that the old one had opened.
 */
@Service
@Transactional
public class StaffAccounts {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final JdbcClient sql;
  private final Bindings bindings;
  private final InvitationMail mail;
  private final JsonMapper json;

  StaffAccounts(JdbcClient sql, Bindings bindings, InvitationMail mail, JsonMapper json) {
    this.sql = sql;
    this.bindings = bindings;
    this.mail = mail;
    this.json = json;
  }

  /**
   * Everyone who works here or is invited to, those with the most rights first. Who has not
   * accepted yet is called as whoever invited them wrote it.
   */
  @Transactional(readOnly = true)
  public List<StaffAccount> all() {
    return sql.sql(
            """
            select uo.id,
                   uo.version,
                   uo.user_id,
                   coalesce(u.display_name, i.display_name) as display_name,
                   coalesce(u.sign_in_email, i.email) as sign_in_email,
                   uo.role,
                   uo.status,
                   uo.permissions,
                   u.last_signed_in_at,
                   i.invited_until
              from user_organizations uo
              left join users u on u.id = uo.user_id
              left join lateral (select i.display_name,
                                        i.email,
                                        case when i.accepted_at is null and i.withdrawn_at is null
                                          then i.expires_at
                                        end as invited_until
                                   from invitations i
                                  where i.organization_id = uo.organization_id
                                    and i.user_id = uo.user_id
                                  order by i.created_at desc
                                  limit 1) i on true
             where uo.organization_id = :organization
               and uo.role <> 'member'
             order by access.rank(uo.role) desc, display_name, uo.id
            """)
        .param("organization", organization())
        .query(this::account)
        .list();
  }

  /** The tiers that the bound user may give to others: those below their own. */
  public List<Tier> rolesToGive() {
    Tier own = bindings.required().tier();
    return EnumSet.of(Tier.ADMIN, Tier.STAFF, Tier.TRAINER).stream()
        .filter(role -> own.atLeast(Tier.ADMIN) && own != role && own.atLeast(role))
        .toList();
  }

  /** The single rights that a role has unless they are granted or withheld. */
  @Transactional(readOnly = true)
  public Set<Permission> rightsOf(Tier role) {
    return rights("access.default_right(:role, r)", Map.of("role", word(role)));
  }

  /** The single rights that can be granted to a role at all. */
  @Transactional(readOnly = true)
  public Set<Permission> grantableTo(Tier role) {
    return rights("access.rank(:role) >= access.right_floor(r)", Map.of("role", word(role)));
  }

  /** The single rights that the bound user may give to others: those they hold themselves. */
  @Transactional(readOnly = true)
  public Set<Permission> rightsToGive() {
    return rights("access.permitted(r)", Map.of());
  }

  /**
   * Invites someone, or invites them again: an earlier link stops working.
   *
   * @param linkTo makes the one-time link from the token, for the mail
   * @throws StaffRefusedException when they have an account here, or the address is not one
   * @throws NotAllowedException when the role is not below the bound user's own
   */
  public Invited invite(
      String name, String email, Tier role, java.util.function.UnaryOperator<String> linkTo) {
    String token =
        explained(
            () ->
                sql.sql("select access.invite(:email, :name, :role)")
                    .param("email", email)
                    .param("name", name)
                    .param("role", word(role))
                    .query(String.class)
                    .single());
    return new Invited(
        token,
        mail.sendAfterCommit(
            name, email.strip(), linkTo.apply(token), bindings.required(), languageOf(email)));
  }

  /** Their own language when they are known here, the gym's otherwise. */
  private Locale languageOf(String email) {
    return Locale.forLanguageTag(
        sql.sql(
                """
                select coalesce(u.locale, o.locale)
                  from organizations o
                  left join users u on u.sign_in_email = lower(btrim(:email))
                 where o.id = :organization
                """)
            .param("email", email)
            .param("organization", organization())
            .query(String.class)
            .single());
  }

  /**
   * Changes what someone is and may do here. A right that a new role would bring and the bound user
   * lacks is withheld.
   *
   * @param rights single rights to grant (true) or withhold (false)
   * @throws OptimisticLockingFailureException when someone else changed the account meanwhile
   * @throws StaffRefusedException when the last owner would go
   * @throws NotAllowedException when the account does not stand below the bound user, or a right is
   *     to be granted that the bound user lacks
   */
  public void change(StaffAccount account, Tier role, Map<Permission, Boolean> rights) {
    Map<String, Boolean> keys = new java.util.TreeMap<>();
    rights.forEach((right, granted) -> keys.put(right.key(), granted));
    update(
        account,
        "role = :role, permissions = cast(:permissions as jsonb)",
        Map.of("role", word(role), "permissions", json.writeValueAsString(keys)));
  }

  /** Ends someone's work here; every tab they have open here ends with it. */
  public void disable(StaffAccount account) {
    update(account, "status = :status", Map.of("status", AccountStatus.DISABLED.word()));
  }

  /** Lets someone work here again. */
  public void enable(StaffAccount account) {
    update(account, "status = :status", Map.of("status", AccountStatus.ACTIVE.word()));
  }

  /** Makes someone's open one-time link useless. */
  public void withdrawInvitation(StaffAccount account) {
    sql.sql(
            """
            update invitations
               set withdrawn_at = clock_timestamp()
             where organization_id = :organization
               and user_id = :user
               and accepted_at is null
               and withdrawn_at is null
            """)
        .param("organization", organization())
        .param("user", account.user().value())
        .update();
  }

  private void update(StaffAccount account, String assignments, Map<String, Object> values) {
    int changed =
        explained(
            () ->
                sql.sql(
                        """
                        update user_organizations
                           set %s
                         where organization_id = :organization
                           and id = :id
                           and version = :version
                        """
                            .formatted(assignments))
                    .param("organization", organization())
                    .param("id", account.id().value())
                    .param("version", account.version())
                    .params(values)
                    .update());
    if (changed == 0) {
      throw new OptimisticLockingFailureException("The account was changed meanwhile");
    }
  }

  private Set<Permission> rights(String condition, Map<String, String> parameters) {
    List<String> keys =
        sql.sql("select r from unnest(cast(:rights as text[])) r where " + condition)
            .param(
                "rights",
                EnumSet.allOf(Permission.class).stream()
                    .map(Permission::key)
                    .toArray(String[]::new))
            .params(parameters)
            .query(String.class)
            .list();
    Set<Permission> found = EnumSet.noneOf(Permission.class);
    for (Permission right : Permission.values()) {
      if (keys.contains(right.key())) {
        found.add(right);
      }
    }
    return found;
  }

  private static <T> T explained(Supplier<T> change) {
    try {
      return change.get();
    } catch (NotAllowedException noRight) {
      throw noRight;
    } catch (DataAccessException refusal) {
      throw StaffProblem.behind(refusal)
          .<RuntimeException>map(problem -> new StaffRefusedException(problem, refusal))
          .orElse(refusal);
    }
  }

  private StaffAccount account(ResultSet row, int number) throws SQLException {
    return new StaffAccount(
        new AccountId(row.getObject("id", UUID.class)),
        row.getLong("version"),
        new UserId(row.getObject("user_id", UUID.class)),
        row.getString("display_name"),
        row.getString("sign_in_email"),
        Tier.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
        AccountStatus.of(row.getString("status")),
        rightsIn(row.getString("permissions")),
        instant(row, "last_signed_in_at"),
        instant(row, "invited_until"));
  }

  private Map<Permission, Boolean> rightsIn(String permissions) {
    Map<String, Object> written = json.readValue(permissions, OBJECT);
    Map<Permission, Boolean> rights = new EnumMap<>(Permission.class);
    for (Permission right : Permission.values()) {
      if (written.get(right.key()) instanceof Boolean granted) {
        rights.put(right, granted);
      }
    }
    return rights;
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static String word(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  private UUID organization() {
    return bindings.required().organization().value();
  }
}
