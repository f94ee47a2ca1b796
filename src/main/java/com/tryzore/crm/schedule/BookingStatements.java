package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.members.ClientId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The functions of the schema {@code schedule} that change places, one statement each. */
@Component
class BookingStatements {

  /** What booking or moving answered. */
  record Placed(
      String outcome,
      @Nullable ParticipantId participant,
      @Nullable Long position,
      @Nullable EventId from,
      @Nullable ClientId client,
      List<Promoted> promoted) {

    ParticipantId place() {
      if (participant == null) {
        throw new IllegalStateException("No place came of " + outcome);
      }
      return participant;
    }

    long number() {
      if (position == null) {
        throw new IllegalStateException("No place in a line came of " + outcome);
      }
      return position;
    }
  }

  /** What cancelling, restoring and marking answered. */
  record Changed(
      String outcome,
      @Nullable EventId event,
      @Nullable ClientId client,
      @Nullable Long position,
      List<Promoted> promoted) {}

  /** What resizing answered. */
  record Resized(String outcome, int booked, List<Promoted> promoted) {}

  /** What marking several places answered. */
  record Marked(String outcome, List<ParticipantId> places) {}

  /** The names of those promoted, in the order of their promotion, beside the function's answer. */
  private static final String NAMES =
      """
      array(select concat_ws(' ', nullif(co.given_name, ''), co.family_name)
              from unnest(f.promoted) with ordinality as who (client_id, nr)
              join client_organizations co
                on co.organization_id = :organization
               and co.client_id = who.client_id
             order by who.nr) as promoted_names
      """;

  private final JdbcClient sql;

  BookingStatements(JdbcClient sql) {
    this.sql = sql;
  }

  /** Writes the reason into the audit trail of everything else in this transaction. */
  void because(String reason) {
    sql.sql("select set_config('zore.reason', ?, true)").param(reason).query(String.class).single();
  }

  Placed book(EventId event, ClientId client, boolean allowOverlap) {
    return sql.sql("select * from schedule.book(?, ?, ?)")
        .params(event.value(), client.value(), allowOverlap)
        .query(
            (row, number) ->
                new Placed(
                    row.getString("outcome"),
                    participant(row),
                    row.getObject("waitlist_position", Long.class),
                    null,
                    null,
                    List.of()))
        .single();
  }

  Changed cancel(Binding binding, ParticipantId participant, boolean excused) {
    return sql.sql("select f.*, " + NAMES + " from schedule.cancel_place(:place, :excused) f")
        .param("organization", binding.organization().value())
        .param("place", participant.value())
        .param("excused", excused)
        .query(
            (row, number) ->
                new Changed(row.getString("outcome"), event(row), client(row), null, promoted(row)))
        .single();
  }

  Placed move(Binding binding, ParticipantId participant, EventId event, boolean allowOverlap) {
    return sql.sql("select f.*, " + NAMES + " from schedule.move_place(:place, :event, :overlap) f")
        .param("organization", binding.organization().value())
        .param("place", participant.value())
        .param("event", event.value())
        .param("overlap", allowOverlap)
        .query(
            (row, number) ->
                new Placed(
                    row.getString("outcome"),
                    participant(row),
                    row.getObject("waitlist_position", Long.class),
                    event(row),
                    client(row),
                    promoted(row)))
        .single();
  }

  Changed restore(ParticipantId participant) {
    return sql.sql("select * from schedule.restore_place(?)")
        .param(participant.value())
        .query(
            (row, number) ->
                new Changed(
                    row.getString("outcome"),
                    event(row),
                    client(row),
                    row.getObject("waitlist_position", Long.class),
                    List.of()))
        .single();
  }

  Resized resize(Binding binding, EventId event, @Nullable Integer capacity) {
    return sql.sql("select f.*, " + NAMES + " from schedule.resize(:event, cast(:seats as int)) f")
        .param("organization", binding.organization().value())
        .param("event", event.value())
        .param("seats", capacity)
        .query(
            (row, number) ->
                new Resized(row.getString("outcome"), row.getInt("booked"), promoted(row)))
        .single();
  }

  Changed mark(ParticipantId participant, PlaceStatus status) {
    return sql.sql("select * from schedule.mark(?, ?)")
        .params(participant.value(), status.word())
        .query(
            (row, number) ->
                new Changed(row.getString("outcome"), event(row), client(row), null, List.of()))
        .single();
  }

  Marked mark(
      EventId event, Collection<ParticipantId> places, PlaceStatus seen, PlaceStatus status) {
    return sql.sql("select * from schedule.mark_places(?, ?, ?, ?)")
        .param(event.value())
        .param(places.stream().map(ParticipantId::value).toArray(UUID[]::new))
        .param(seen.word())
        .param(status.word())
        .query(
            (row, number) ->
                new Marked(
                    row.getString("outcome"),
                    Arrays.stream((UUID[]) row.getArray("marked").getArray())
                        .map(ParticipantId::new)
                        .toList()))
        .single();
  }

  boolean undoWalkIn(ParticipantId participant) {
    return sql.sql("select schedule.undo_walk_in(?)")
        .param(participant.value())
        .query(String.class)
        .single()
        .equals("undone");
  }

  Placed walkIn(EventId event, ClientId client) {
    return sql.sql("select * from schedule.walk_in(?, ?)")
        .params(event.value(), client.value())
        .query(
            (row, number) ->
                new Placed(row.getString("outcome"), participant(row), null, null, null, List.of()))
        .single();
  }

  private static @Nullable ParticipantId participant(ResultSet row) throws SQLException {
    UUID id = row.getObject("participant_id", UUID.class);
    return id == null ? null : new ParticipantId(id);
  }

  private static @Nullable EventId event(ResultSet row) throws SQLException {
    UUID id = row.getObject("event_id", UUID.class);
    return id == null ? null : new EventId(id);
  }

  private static @Nullable ClientId client(ResultSet row) throws SQLException {
    UUID id = row.getObject("client_id", UUID.class);
    return id == null ? null : new ClientId(id);
  }

  private static List<Promoted> promoted(ResultSet row) throws SQLException {
    Array ids = row.getArray("promoted");
    UUID[] clients = (UUID[]) ids.getArray();
    if (clients.length == 0) {
      return List.of();
    }
    String[] names = (String[]) row.getArray("promoted_names").getArray();
    List<Promoted> promoted = new ArrayList<>();
    for (int i = 0; i < clients.length; i++) {
      promoted.add(new Promoted(new ClientId(clients[i]), names[i]));
    }
    return List.copyOf(promoted);
  }
}
