package com.tryzore.crm.members;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NotAllowedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the gym's people write down about its members; staff and above read and write. */
@Service
@Transactional
public class ClientNotes {
  private static final String NOTE =
      """
      select n.id,
             n.version,
             n.kind,
             n.body,
             u.display_name as author,
             n.created_at,
             case when n.version > 0 then n.updated_at end as changed_at,
             n.archived_at is not null as archived,
             n.written_by = (select access.user_id()) as own
        from client_notes n
        left join users u on u.id = n.written_by
       where n.organization_id = ?
      """;

  private final JdbcClient sql;
  private final Bindings bindings;
  private final ApplicationEventPublisher events;

  ClientNotes(JdbcClient sql, Bindings bindings, ApplicationEventPublisher events) {
    this.sql = sql;
    this.bindings = bindings;
    this.events = events;
  }

  /** Every note about a member here, archived ones too, the newest first. */
  @Transactional(readOnly = true)
  public List<ClientNote> of(ClientId client) {
    return sql.sql(NOTE + " and n.client_id = ? order by n.created_at desc, n.id desc")
        .params(here(), client.value())
        .query((row, number) -> note(row))
        .list();
  }

  /**
   * Writes a note in one's own name.
   *
   * @param body as typed, not blank
   * @throws NoSuchMemberException when nobody of that id stands here
   */
  public NoteId write(ClientId client, NoteKind kind, String body) {
    try {
      UUID id =
          sql.sql(
                  """
                  insert into client_notes (organization_id, client_id, kind, body, written_by)
                  values (?, ?, ?, ?, access.user_id())
                  returning id
                  """)
              .params(here(), client.value(), kind.word(), checked(body))
              .query(UUID.class)
              .single();
      tell(client);
      return new NoteId(id);
    } catch (DataIntegrityViolationException unknown) {
      throw new NoSuchMemberException(client);
    }
  }

  /**
   * Saves other words or another kind of a note of one's own.
   *
   * @throws com.tryzore.crm.access.NotAllowedException when a colleague wrote it, whatever one's
   *     tier
   * @throws NoteChangedException when somebody else changed the note since it was read
   * @throws NoSuchNoteException when there is no such note here
   */
  public void change(ClientNote note) {
    sql.sql(
            """
            update client_notes
               set kind = ?,
                   body = ?
             where organization_id = ?
               and id = ?
               and version = ?
            returning client_id
            """)
        .params(note.kind().word(), checked(note.body()), here(), note.id().value(), note.version())
        .query(UUID.class)
        .optional()
        .ifPresentOrElse(
            client -> tell(new ClientId(client)),
            () -> {
              ClientNote now = find(note.id());
              if (!now.own()) {
                throw new NotAllowedException("Only its author changes a note");
              }
              throw new NoteChangedException(now);
            });
  }

  /**
   * Puts a note away, or brings it back; repeating changes nothing. One's own, or as an admin and
   * above anybody's.
   *
   * @throws com.tryzore.crm.access.NotAllowedException when it is a colleague's
   * @throws NoSuchNoteException when there is no such note here
   */
  public void archive(NoteId id, boolean archived) {
    sql.sql(
            """
            update client_notes
               set archived_at = case when ? then now() end
             where organization_id = ?
               and id = ?
               and (archived_at is not null) <> ?
            returning client_id
            """)
        .params(archived, here(), id.value(), archived)
        .query(UUID.class)
        .optional()
        .ifPresentOrElse(
            client -> tell(new ClientId(client)),
            () -> {
              if (find(id).archived() != archived) {
                throw new NotAllowedException("A colleague's note is put away by an admin");
              }
            });
  }

  private ClientNote find(NoteId id) {
    return sql.sql(NOTE + " and n.id = ?")
        .params(here(), id.value())
        .query((row, number) -> note(row))
        .optional()
        .orElseThrow(() -> new NoSuchNoteException(id));
  }

  private static String checked(String body) {
    String tidy = body.strip();
    if (tidy.isEmpty() || tidy.length() > ClientNote.LONGEST) {
      throw new IllegalArgumentException("A note has 1 to " + ClientNote.LONGEST + " characters");
    }
    return tidy;
  }

  private static ClientNote note(ResultSet row) throws SQLException {
    return new ClientNote(
        new NoteId(row.getObject("id", UUID.class)),
        row.getLong("version"),
        NoteKind.of(row.getString("kind")),
        row.getString("body"),
        row.getString("author"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        ClientRows.instant(row, "changed_at"),
        row.getBoolean("archived"),
        row.getBoolean("own"));
  }

  private void tell(ClientId id) {
    events.publishEvent(new MemberChanged(bindings.required().organization(), id));
  }

  private UUID here() {
    return bindings.required().organization().value();
  }
}
