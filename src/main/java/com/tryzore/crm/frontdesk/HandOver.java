package com.tryzore.crm.frontdesk;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes that one shift at the bound gym's desk leaves for the next. Staff and above. */
@Service
@Transactional
public class HandOver {

  /** The longest note, in characters. */
  public static final int LONGEST = 2000;

  private final JdbcClient sql;
  private final Bindings bindings;
  private final ApplicationEventPublisher events;

  HandOver(JdbcClient sql, Bindings bindings, ApplicationEventPublisher events) {
    this.sql = sql;
    this.bindings = bindings;
    this.events = events;
  }

  /**
   * The open notes, oldest first, then those ticked off within the last twelve hours, the newest
   * first.
   */
  @Transactional(readOnly = true)
  public List<HandOverNote> notes() {
    return sql.sql(
            """
            select n.id,
                   n.body,
                   n.created_at,
                   n.done_at,
                   writer.display_name as written_by_name,
                   doer.display_name as done_by_name
              from hand_over_notes n
              left join users writer on writer.id = n.written_by
              left join users doer on doer.id = n.done_by
             where n.organization_id = :organization
               and (n.done_at is null or n.done_at > clock_timestamp() - interval '12 hours')
             order by n.done_at desc nulls first, n.created_at, n.id
             limit 100
            """)
        .param("organization", bindings.required().organization().value())
        .query((row, number) -> note(row))
        .list();
  }

  /**
   * Leaves a note.
   *
   * @param text 1 to {@value #LONGEST} characters
   * @throws IllegalArgumentException for a text that is blank or too long
   */
  public HandOverNoteId leave(String text) {
    String body = text.strip();
    if (body.isEmpty() || body.length() > LONGEST) {
      throw new IllegalArgumentException("A note has 1 to %d characters".formatted(LONGEST));
    }
    Binding binding = bindings.required();
    UUID id =
        sql.sql(
                """
                insert into hand_over_notes (organization_id, body, written_by)
                values (?, ?, ?)
                returning id
                """)
            .params(binding.organization().value(), body, binding.user().value())
            .query(UUID.class)
            .single();
    events.publishEvent(new HandOverChanged(binding.organization()));
    return new HandOverNoteId(id);
  }

  /**
   * Ticks a note off, or opens it again. What somebody else did in the meantime stands: the first
   * tick counts.
   *
   * @return whether that changed anything
   */
  public boolean tick(HandOverNoteId note, boolean done) {
    Binding binding = bindings.required();
    int changed =
        sql.sql(
                """
                update hand_over_notes
                   set done_at = case when :done then clock_timestamp() end,
                       done_by = case when :done then cast(:user as uuid) end
                 where organization_id = :organization
                   and id = :id
                   and (done_at is null) = :done
                """)
            .param("done", done)
            .param("user", binding.user().value())
            .param("organization", binding.organization().value())
            .param("id", note.value())
            .update();
    if (changed > 0) {
      events.publishEvent(new HandOverChanged(binding.organization()));
    }
    return changed > 0;
  }

  private static HandOverNote note(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime doneAt = row.getObject("done_at", OffsetDateTime.class);
    return new HandOverNote(
        new HandOverNoteId(row.getObject("id", UUID.class)),
        row.getString("body"),
        row.getString("written_by_name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("done_by_name"),
        doneAt == null ? null : doneAt.toInstant());
  }
}
