package com.tryzore.crm.members;

import com.tryzore.crm.access.Bindings;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What must be known about a client's health. Every read is written into the audit trail by the
 * database, with who, when and why; those without the right {@code members.medical} are refused.
 */
@Service
@Transactional
public class MedicalRecords {
  private final JdbcClient sql;
  private final Bindings bindings;
  private final ApplicationEventPublisher events;

  MedicalRecords(JdbcClient sql, Bindings bindings, ApplicationEventPublisher events) {
    this.sql = sql;
    this.bindings = bindings;
    this.events = events;
  }

  /**
   * Whether there is something to read. Asking is not logged; false for those without the right.
   */
  @Transactional(readOnly = true)
  public boolean exist(ClientId client) {
    return sql.sql("select members.has_medical_notes(?)")
        .param(client.value())
        .query(Boolean.class)
        .single();
  }

  /**
   * Reads and logs.
   *
   * @param reason why, for the audit trail
   * @return empty when this gym keeps no record of that client
   * @throws com.tryzore.crm.access.NotAllowedException without the right
   */
  public Optional<MedicalNotes> reveal(ClientId client, String reason) {
    return sql.sql("select medical_notes, care_points from members.medical_notes(?, ?)")
        .params(client.value(), reason)
        .query(
            (row, number) ->
                new MedicalNotes(row.getString("medical_notes"), row.getString("care_points")))
        .optional();
  }

  /**
   * Saves changed notes. What others did to the client's other data meanwhile is no conflict.
   *
   * @param read what was read before
   * @param changed what to save
   * @throws MedicalNotesChangedException when somebody else changed the notes since
   * @throws NoSuchMemberException when this gym keeps no record of that client
   * @throws com.tryzore.crm.access.NotAllowedException without the right
   */
  public void save(ClientId client, MedicalNotes read, MedicalNotes changed) {
    lock(client);
    MedicalNotes now = reveal(client, "edit").orElseThrow(() -> new NoSuchMemberException(client));
    if (!now.equals(read)) {
      throw new MedicalNotesChangedException(client, now);
    }
    sql.sql(
            """
            update clients
               set medical_notes = ?,
                   care_points = ?
             where organization_id = ?
               and id = ?
            """)
        .param(changed.notes())
        .param(changed.carePoints())
        .param(here())
        .param(client.value())
        .update();
    events.publishEvent(new MemberChanged(bindings.required().organization(), client));
  }

  private void lock(ClientId client) {
    sql.sql("select id from clients where organization_id = ? and id = ? for no key update")
        .params(here(), client.value())
        .query(UUID.class)
        .optional();
  }

  private UUID here() {
    return bindings.required().organization().value();
  }
}
