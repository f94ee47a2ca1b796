package com.tryzore.crm.members;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.OrganizationId;
import com.tryzore.crm.members.MemberProfile.VisitFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The members of the bound gym: who they are and how they stand here. What belongs to another gym
 * is answered as if it did not exist. Staff and above write.
 */
@Service
@Transactional
public class Members {
  private final JdbcClient sql;
  private final Bindings bindings;
  private final Standings standings;
  private final ApplicationEventPublisher events;

  Members(
      JdbcClient sql, Bindings bindings, Standings standings, ApplicationEventPublisher events) {
    this.sql = sql;
    this.bindings = bindings;
    this.standings = standings;
    this.events = events;
  }

  /**
   * Adds a member to this gym, which then keeps the record.
   *
   * @throws MemberNumberTakenException when the number chosen by hand is another's
   */
  public ClientId add(NewMember member) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(here());
    values.addAll(ClientRows.values(member.data()));
    values.add(member.medical().notes());
    values.add(member.medical().carePoints());
    ClientId id =
        new ClientId(
            sql.sql(
                    """
                    insert into clients (organization_id, given_name, family_name, birth_date,
                                         gender, email, phone, street, postal_code, city, country,
                                         emergency_name, emergency_phone, emergency_relation,
                                         preferences, medical_notes, care_points)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %s, ?, ?)
                    returning id
                    """
                        .formatted(ClientRows.PREFERENCES))
                .params(values)
                .query(UUID.class)
                .single());
    standings.give(id, member.standing());
    tell(id);
    return id;
  }

  /** The record of a client that this gym keeps. */
  @Transactional(readOnly = true)
  public Optional<Client> find(ClientId id) {
    return sql.sql(
            """
            select %s
              from clients c
             where c.organization_id = ?
               and c.id = ?
               and c.erased_at is null
            """
                .formatted(ClientRows.CLIENT))
        .params(here(), id.value())
        .query((row, number) -> ClientRows.client(row))
        .optional();
  }

  /** Everything this gym may show of a member who stands here, wherever the record is kept. */
  @Transactional(readOnly = true)
  public Optional<MemberProfile> profile(ClientId id) {
    Optional<Client> record = find(id);
    return sql.sql(
            """
            select client_id,
                   home_organization_id,
                   given_name,
                   family_name,
                   photo_version,
                   member_number,
                   status,
                   plan_name,
                   valid_until,
                   joined_on,
                   visit_count,
                   first_visit_at,
                   last_visit_at,
                   version
              from client_organizations
             where organization_id = ?
               and client_id = ?
            """)
        .params(here(), id.value())
        .query(
            (row, number) ->
                new MemberProfile(
                    id,
                    row.getString("given_name"),
                    row.getString("family_name"),
                    new OrganizationId(row.getObject("home_organization_id", UUID.class)),
                    row.getInt("photo_version"),
                    ClientRows.standing(row),
                    new VisitFigures(
                        row.getLong("visit_count"),
                        ClientRows.instant(row, "first_visit_at"),
                        ClientRows.instant(row, "last_visit_at")),
                    record))
        .optional();
  }

  /**
   * Saves a client's record.
   *
   * @param client what to save, with the version that was read
   * @return the client as saved, with its new version
   * @throws ClientChangedException when somebody else saved since
   * @throws NoSuchMemberException when this gym keeps no such record
   */
  public Client update(Client client) {
    List<@Nullable Object> values = new ArrayList<>(ClientRows.values(client.data()));
    values.add(here());
    values.add(client.id().value());
    values.add(client.version());
    Client saved =
        sql.sql(
                """
                update clients c
                   set given_name = ?,
                       family_name = ?,
                       birth_date = ?,
                       gender = ?,
                       email = ?,
                       phone = ?,
                       street = ?,
                       postal_code = ?,
                       city = ?,
                       country = ?,
                       emergency_name = ?,
                       emergency_phone = ?,
                       emergency_relation = ?,
                       preferences = (c.preferences - array['language', 'contact_channel',
                                      'marketing_consent']) || %s
                 where c.organization_id = ?
                   and c.id = ?
                   and c.version = ?
                   and c.erased_at is null
                returning %s
                """
                    .formatted(ClientRows.PREFERENCES, ClientRows.CLIENT))
            .params(values)
            .query((row, number) -> ClientRows.client(row))
            .optional()
            .orElseThrow(
                () ->
                    find(client.id())
                        .<RuntimeException>map(ClientChangedException::new)
                        .orElseGet(() -> new NoSuchMemberException(client.id())));
    tell(client.id());
    return saved;
  }

  /**
   * Saves a member's standing at this gym.
   *
   * @param standing what to save, with the version that was read
   * @return the standing as saved, with its new version
   * @throws StandingChangedException when somebody else saved since
   * @throws MemberNumberTakenException when another member has the number
   * @throws NoSuchMemberException when nobody of that id stands here
   */
  public Standing update(Standing standing) {
    try {
      Standing saved = standings.save(standing);
      tell(standing.client());
      return saved;
    } catch (DuplicateKeyException taken) {
      throw new MemberNumberTakenException(standing.data().memberNumber(), taken);
    }
  }

  /** Where in the chain a member of this gym stands, the gym that keeps the record first. */
  @Transactional(readOnly = true)
  public List<GymStanding> standings(ClientId id) {
    return standings.inChain(id);
  }

  /** Whether a member number can be given to someone, or is that member's own. */
  @Transactional(readOnly = true)
  public boolean isNumberFree(String number, @Nullable ClientId owner) {
    return sql.sql(
            """
            select not exists (select
                                 from client_organizations
                                where organization_id = ?
                                  and member_number = ?
                                  and client_id is distinct from ?::uuid)
            """)
        .param(here())
        .param(number)
        .param(owner == null ? null : owner.value())
        .query(Boolean.class)
        .single();
  }

  /** The country whose telephone numbers are written without a country code here: ISO 3166. */
  @Transactional(readOnly = true)
  public String phoneRegion() {
    return sql.sql("select phone_region from organizations where id = ?")
        .param(here())
        .query(String.class)
        .single();
  }

  private void tell(ClientId id) {
    events.publishEvent(new MemberChanged(bindings.required().organization(), id));
  }

  private UUID here() {
    return bindings.required().organization().value();
  }
}
