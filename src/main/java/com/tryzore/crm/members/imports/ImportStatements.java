package com.tryzore.crm.members.imports;

import com.tryzore.crm.access.Binding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements by which an import writes; each takes hundreds of rows. */
final class ImportStatements {
  private final JdbcClient sql;
  private final Binding binding;
  private final ImportId id;

  ImportStatements(JdbcClient sql, Binding binding, ImportId id) {
    this.sql = sql;
    this.binding = binding;
    this.id = id;
  }

  /** Lets the database notice how large its tables have become: plans made for small ones go. */
  void planAnew() {
    sql.sql("select members.plan_anew()").query().listOfRows();
  }

  /** Ids in the order of time, so that neighbours in the file are neighbours in the index. */
  List<UUID> ids(int count) {
    return sql.sql("select uuidv7() from generate_series(1, ?)")
        .param(count)
        .query(UUID.class)
        .list();
  }

  void addMembers(JsonRows members) {
    run(
        members,
        """
        insert into clients (organization_id, id, given_name, family_name, birth_date, gender,
                             email, phone, street, postal_code, city, country, emergency_name,
                             emergency_phone, medical_notes, import_id)
        select :organization, r.id, r.given, r.family, r.born, r.gender,
               r.email, r.phone, r.street, r.postcode, r.city, r.country, r.emergency,
               r.emergency_phone, r.medical, :import
          from json_to_recordset(cast(:rows as json)) as r %s
        """
            .formatted(MemberRows.COLUMNS));
    run(
        members,
        """
        insert into client_organizations (organization_id, client_id, home_organization_id,
                                          member_number, status, plan_name, valid_until,
                                          joined_on, last_visit_before_at)
        select :organization, r.id, :organization, r.number, r.status, r.plan, r.until, r.joined,
               least(now(), (r.visited + time '12:00') at time zone :zone)
          from json_to_recordset(cast(:rows as json)) as r %s
        """
            .formatted(MemberRows.COLUMNS));
  }

  /** Blank cells change nothing; the member number stays. Of visitors only the standing changes. */
  void changeMembers(JsonRows members) {
    if (members.isEmpty()) {
      return;
    }
    sql.sql("select members.remember_before(?)").param(id.value()).query().listOfRows();
    run(
        members,
        """
        update clients c
           set given_name = coalesce(nullif(r.given, ''), c.given_name),
               family_name = r.family,
               birth_date = coalesce(r.born, c.birth_date),
               gender = coalesce(r.gender, c.gender),
               email = coalesce(r.email, c.email),
               phone = coalesce(r.phone, c.phone),
               street = coalesce(r.street, c.street),
               postal_code = coalesce(r.postcode, c.postal_code),
               city = coalesce(r.city, c.city),
               country = coalesce(r.country, c.country),
               emergency_name = coalesce(r.emergency, c.emergency_name),
               emergency_phone = coalesce(r.emergency_phone, c.emergency_phone)
          from json_to_recordset(cast(:rows as json)) as r %s
         where c.organization_id = :organization
           and c.id = r.id
           and (c.given_name, c.family_name, c.birth_date, c.gender, c.email, c.phone, c.street,
                c.postal_code, c.city, c.country, c.emergency_name, c.emergency_phone)
               is distinct from
               (coalesce(nullif(r.given, ''), c.given_name), r.family,
                coalesce(r.born, c.birth_date), coalesce(r.gender, c.gender),
                coalesce(r.email, c.email), coalesce(r.phone, c.phone),
                coalesce(r.street, c.street), coalesce(r.postcode, c.postal_code),
                coalesce(r.city, c.city), coalesce(r.country, c.country),
                coalesce(r.emergency, c.emergency_name),
                coalesce(r.emergency_phone, c.emergency_phone))
        """
            .formatted(MemberRows.COLUMNS));
    // No tier may read medical notes in passing, so they are set without comparing.
    run(
        members,
        """
        update clients c
           set medical_notes = r.medical
          from json_to_recordset(cast(:rows as json)) as r %s
         where c.organization_id = :organization
           and c.id = r.id
           and r.medical is not null
        """
            .formatted(MemberRows.COLUMNS));
    run(
        members,
        """
        update client_organizations co
           set status = coalesce(r.status, co.status),
               plan_name = coalesce(r.plan, co.plan_name),
               valid_until = coalesce(r.until, co.valid_until),
               joined_on = coalesce(r.joined, co.joined_on),
               last_visit_before_at =
                 greatest(co.last_visit_before_at,
                          least(now(), (r.visited + time '12:00') at time zone :zone))
          from json_to_recordset(cast(:rows as json)) as r %s
         where co.organization_id = :organization
           and co.client_id = r.id
        """
            .formatted(MemberRows.COLUMNS));
  }

  void tag(JsonRows tagged) {
    run(
        tagged,
        """
        insert into taggables (organization_id, tag_id, subject_type, subject_id, tagged_by)
        select :organization, r.tag, 'clients', r.client, :user
          from json_to_recordset(cast(:rows as json)) as r (client uuid, tag uuid)
        """);
  }

  /** Tags for members who are there: those they have stay, and what is new comes back, by row. */
  Map<Integer, List<UUID>> tagAgain(JsonRows tagged) {
    Map<Integer, List<UUID>> added = new HashMap<>();
    ask(
        tagged,
        """
        with asked as (
          select r.row, r.client, r.tag
            from json_to_recordset(cast(:rows as json)) as r (row int, client uuid, tag uuid)),
        added as (
          insert into taggables (organization_id, tag_id, subject_type, subject_id, tagged_by)
          select :organization, a.tag, 'clients', a.client, :user
            from asked a
           where not exists (
             select
               from taggables t
              where t.organization_id = :organization
                and t.subject_type = 'clients'
                and t.subject_id = a.client
                and t.tag_id = a.tag)
          returning tag_id, subject_id)
        select a.row, a.tag as id
          from asked a
          join added n
            on n.subject_id = a.client
           and n.tag_id = a.tag
        """,
        (row, id) -> added.computeIfAbsent(row, first -> new ArrayList<>()).add(id));
    return added;
  }

  void note(JsonRows notes) {
    run(
        notes,
        """
        insert into client_notes (organization_id, id, client_id, kind, body, written_by)
        select :organization, r.id, r.client, 'internal', r.body, :user
          from json_to_recordset(cast(:rows as json)) as r (id uuid, client uuid, body text)
        """);
  }

  /** Notes for members who are there, unless they have the same one; the new ones, by row. */
  Map<Integer, UUID> noteAgain(JsonRows notes) {
    Map<Integer, UUID> added = new HashMap<>();
    ask(
        notes,
        """
        with asked as (
          select r.row, r.client, r.body
            from json_to_recordset(cast(:rows as json)) as r (row int, client uuid, body text)),
        added as (
          insert into client_notes (organization_id, client_id, kind, body, written_by)
          select :organization, a.client, 'internal', a.body, :user
            from asked a
           where not exists (
             select
               from client_notes n
              where n.organization_id = :organization
                and n.client_id = a.client
                and n.body = a.body)
          returning id, client_id)
        select a.row, n.id
          from asked a
          join added n
            on n.client_id = a.client
        """,
        added::put);
    return added;
  }

  void outcomes(JsonRows outcomes) {
    run(
        outcomes,
        """
        insert into import_rows (organization_id, import_id, row_number, outcome, client_id,
                                 client_version, standing_version, tag_ids, note_id, problems,
                                 member_number, label)
        select :organization, :import, r.row, r.outcome, r.client, r.version, r.version, r.tags,
               r.note, r.problems, r.number, r.label
          from json_to_recordset(cast(:rows as json))
                 as r (row int, outcome text, client uuid, version bigint, tags uuid[], note uuid,
                       problems text[], number text, label text)
        """);
  }

  private void run(JsonRows rows, String statement) {
    if (!rows.isEmpty()) {
      with(rows, statement).update();
    }
  }

  private void ask(JsonRows rows, String statement, BiConsumer<Integer, UUID> answer) {
    if (!rows.isEmpty()) {
      with(rows, statement)
          .query(
              row -> {
                answer.accept(row.getInt("row"), row.getObject("id", UUID.class));
              });
    }
  }

  private JdbcClient.StatementSpec with(JsonRows rows, String statement) {
    return sql.sql(statement)
        .param("rows", rows.text())
        .param("organization", binding.organization().value())
        .param("user", binding.user().value())
        .param("zone", binding.zone().getId())
        .param("import", id.value());
  }
}
