package com.tryzore.crm.schedule;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.schedule.SerialGym.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at a real connection of their tier's login, bound as the product binds: each call is one
 * transaction, and takes a ticket as the last thing it does, while it holds every lock. The order
 * of the tickets is a serial order of what happened.
 */
final class BookingDesk implements AutoCloseable {

  /** What came back, with the place or visit that was made and the ticket. */
  record Reply(Answer answer, @Nullable UUID made, long ticket) {}

  private final Connection connection;
  private final String bind;
  private final UUID gym;
  private final UUID user;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private BookingDesk(Connection connection, String token, UUID gym, UUID user) {
    this.connection = connection;
    this.bind = "select set_config('zore.session', '" + token + "', true); ";
    this.gym = gym;
    this.user = user;
  }

  /** Makes the tickets and a way to wait for a client's turn, and lets deadlocks be found soon. */
  static void prepare(TestDatabase database) throws SQLException {
    try (Connection superuser = database.superuser();
        var statement = superuser.createStatement()) {
      statement.execute("create sequence tickets");
      statement.execute(
          "grant usage on sequence tickets to zore_owner, zore_admin, zore_staff, zore_trainer");
      statement.execute("set role zore_definer");
      statement.execute(
          """
          create function schedule.turn_of(p_gym uuid, p_client uuid) returns void language sql security definer as
          'select schedule.hold(p_gym, p_client, ''{}'')'
          """);
      statement.execute(
          "grant execute on function schedule.turn_of(uuid, uuid) to zore_owner, zore_admin,"
              + " zore_staff");
      statement.execute("reset role");
      statement.execute(
          "alter database %s set deadlock_timeout = '30ms'".formatted(superuser.getCatalog()));
    }
  }

  static BookingDesk open(TestGym gym, TestGym.Person person) throws SQLException {
    return open(gym, person, person.tier());
  }

  private static BookingDesk open(TestGym gym, TestGym.Person person, Tier tier)
      throws SQLException {
    String token = UUID.randomUUID().toString();
    gym.execute(
        "insert into ui_sessions (organization_id, user_id, tier, token_digest, signed_in_at,"
            + " expires_at) values (?, ?, ?, ?, now(), now() + interval '12 hours')",
        gym.id().value(),
        person.id().value(),
        tier.key(),
        digest(token));
    return new BookingDesk(
        gym.database().as(tier.login()), token, gym.id().value(), person.id().value());
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Reply book(UUID event, UUID client, boolean allowOverlap) throws SQLException {
    return reply(
        "select outcome, participant_id, waitlist_position, null, nextval('tickets')"
            + " from schedule.book(?, ?, ?)",
        event,
        client,
        allowOverlap);
  }

  Reply cancel(UUID place, boolean excused) throws SQLException {
    return reply(
        "select outcome, null::uuid, null::bigint, promoted, nextval('tickets')"
            + " from schedule.cancel_place(?, ?)",
        place,
        excused);
  }

  Reply move(UUID place, UUID event) throws SQLException {
    return reply(
        "select outcome, participant_id, waitlist_position, promoted, nextval('tickets')"
            + " from schedule.move_place(?, ?)",
        place,
        event);
  }

  Reply restore(UUID place) throws SQLException {
    return reply(
        "select outcome, null::uuid, waitlist_position, null, nextval('tickets')"
            + " from schedule.restore_place(?)",
        place);
  }

  Reply resize(UUID event, @Nullable Integer capacity) throws SQLException {
    return reply(
        "select outcome, null::uuid, null::bigint, promoted, nextval('tickets')"
            + " from schedule.resize(?, ?::int)",
        event,
        capacity);
  }

  Reply mark(UUID place, String status) throws SQLException {
    return reply(
        "select outcome, null::uuid, null::bigint, null, nextval('tickets')"
            + " from schedule.mark(?, ?)",
        place,
        status);
  }

  Reply walkIn(UUID event, UUID client) throws SQLException {
    return reply(
        "select outcome, participant_id, null::bigint, null, nextval('tickets')"
            + " from schedule.walk_in(?, ?)",
        event,
        client);
  }

  /** As the front desk does: the standing is locked, then the visit is looked for, then written. */
  Reply checkIn(UUID client) throws SQLException {
    return reply(
        """
        select from client_organizations where organization_id = '%1$s' and client_id = ? for no key update;
        with visit as (
          insert into visits (organization_id, client_id, checked_in_by, source, verdict, override_reason)
          select '%1$s', ?, '%2$s', 'search', 'allowed', 'whatever the standing'
           where not exists (select from visits where organization_id = '%1$s' and client_id = ?
                                and undone_at is null and checked_in_at > clock_timestamp() - interval '5 minutes')
          returning id)
        select case when v.id is null then 'already' else 'in' end, v.id, null::bigint, null, null
          from (select) one left join visit v on true;
        select nextval('tickets')
        """
            .formatted(gym, user),
        client,
        client,
        client);
  }

  Reply undoVisit(UUID visit) throws SQLException {
    return reply(
        """
        with gone as (
          update visits set undone_at = clock_timestamp(), undone_by = '%2$s'
           where organization_id = '%1$s' and id = ? and undone_at is null
          returning id)
        select case when g.id is null then 'already' else 'undone' end, null::uuid, null::bigint, null, null
          from (select) one left join gone g on true;
        select nextval('tickets')
        """
            .formatted(gym, user),
        visit);
  }

  /**
   * Freezes a standing, or takes it up again; in the client's turn, so that the tickets say which
   * bookings it came after. (Without it a booking may still use the standing of a moment ago.)
   */
  Reply standing(UUID client, boolean active) throws SQLException {
    return reply(
        """
        select from client_organizations where organization_id = '%1$s' and client_id = ? for no key update;
        select schedule.turn_of('%1$s', ?);
        update client_organizations set status = ? where organization_id = '%1$s' and client_id = ?;
        select 'set', null::uuid, null::bigint, null, nextval('tickets')
        """
            .formatted(gym),
        client,
        client,
        active ? "active" : "frozen",
        client);
  }

  /** Cancels by a statement of one's own, past the functions. */
  Reply cancelByHand(UUID place) throws SQLException {
    return reply(
        """
        with changed as (
          update event_participants set status = 'cancelled'
           where organization_id = '%s' and id = ? and status in ('booked', 'waitlisted')
          returning id)
        select case when c.id is null then 'no' else 'cancelled' end, null::uuid, null::bigint, null, null
          from (select) one left join changed c on true;
        select nextval('tickets')
        """
            .formatted(gym),
        place);
  }

  /** In autocommit, statements sent together are one transaction. */
  private Reply reply(String sql, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(bind + sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    statement.execute();
    Answer answer = null;
    UUID made = null;
    long ticket = 0;
    for (boolean rows = true; rows || statement.getUpdateCount() >= 0; ) {
      if (rows) {
        ResultSet result = statement.getResultSet();
        boolean one = result.getMetaData().getColumnCount() == 1;
        if (result.next() && result.getMetaData().getColumnCount() == 5) {
          answer = new Answer(result.getString(1), result.getObject(3, Long.class), ids(result));
          made = result.getObject(2, UUID.class);
          ticket = result.getLong(5);
        } else if (one && result.getMetaData().getColumnName(1).equals("nextval")) {
          ticket = result.getLong(1);
        }
      }
      rows = statement.getMoreResults();
    }
    if (answer == null || ticket == 0) {
      throw new IllegalStateException("no answer to " + sql);
    }
    return new Reply(answer, made, ticket);
  }

  private static List<UUID> ids(ResultSet result) throws SQLException {
    if (!(result.getObject(4) instanceof Array array)) {
      return List.of();
    }
    return List.of((UUID[]) array.getArray());
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
