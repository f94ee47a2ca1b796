package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.database.isolation.Catalogue.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys, references and indexes: none reaches across organizations but those named here. */
class KeysTest {

  private static final String TENANTS =
      """
      (select c.*
         from %s c
        where not c.relispartition
          and exists (select from pg_attribute a
                      where a.attrelid = c.oid and a.attname = 'organization_id'))
      """
          .formatted(TABLES);

  private static final String PEOPLE =
      "people belong to no organization; which of them may be named is checked by policies"
          + " (one's own name) and triggers";

  /** Keys and exclusions of tenant tables that do not begin with the organization. */
  private static final Map<String, String> KEYS_ACROSS =
      Map.of(
          "ui_sessions_digest_key", "found by 256 random bits before the organization is known",
          "invitations_digest_key", "found by 256 random bits before the organization is known");

  /** References that do not begin with organization_id of both tables. */
  private static final Map<String, String> REFERENCES_ACROSS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("client_notes_author_fk", PEOPLE),
              Map.entry("client_organizations_home_fk", "a client of the same chain (trigger)"),
              Map.entry("clients_user_fk", PEOPLE),
              Map.entry("event_participants_booker_fk", PEOPLE),
              Map.entry("hand_over_notes_author_fk", PEOPLE),
              Map.entry("hand_over_notes_done_fk", PEOPLE),
              Map.entry("imports_starter_fk", PEOPLE),
              Map.entry("imports_undo_fk", PEOPLE),
              Map.entry("invitations_inviter_fk", PEOPLE),
              Map.entry(
                  "membership_plan_locations_location_fk", "a gym of the same chain (trigger)"),
              Map.entry("membership_pauses_maker_fk", PEOPLE),
              Map.entry("membership_usage_maker_fk", PEOPLE),
              Map.entry("memberships_plan_fk", "a plan of the gym or of its chain (trigger)"),
              Map.entry("memberships_canceller_fk", PEOPLE),
              Map.entry("memberships_seller_fk", PEOPLE),
              Map.entry("notification_preferences_user_fk", PEOPLE),
              Map.entry("notifications_recipient_fk", PEOPLE),
              Map.entry("saved_views_user_fk", PEOPLE),
              Map.entry("taggables_tagger_fk", PEOPLE),
              Map.entry("schedule_changes_maker_fk", PEOPLE),
              Map.entry("schedule_changes_undo_fk", PEOPLE),
              Map.entry("timetable_imports_maker_fk", PEOPLE),
              Map.entry("timetable_imports_undo_fk", PEOPLE),
              Map.entry("ui_sessions_user_fk", PEOPLE),
              Map.entry("user_organizations_user_fk", PEOPLE),
              Map.entry("visits_desk_fk", PEOPLE),
              Map.entry("visits_undo_fk", PEOPLE)));

  private Connection superuser;
  private Catalogue catalogue;

  @BeforeEach
  void open() throws SQLException {
    superuser = Trial.shared().database().superuser();
    catalogue = new Catalogue(superuser);
  }

  @AfterEach
  void close() throws SQLException {
    superuser.close();
  }

  @Test
  void keys_of_tenant_tables_begin_with_the_organization() throws SQLException {
    List<String> across =
        catalogue.list(
            """
            select i.indexrelid::regclass::text
            from %s c
            join pg_index i on i.indrelid = c.oid
            where (i.indisunique or i.indisexclusion)
              and i.indkey[0] <> (select a.attnum from pg_attribute a
                                  where a.attrelid = c.oid and a.attname = 'organization_id')
            """
                .formatted(TENANTS));
    assertThat(across).containsExactlyInAnyOrderElementsOf(KEYS_ACROSS.keySet());
  }

  @Test
  void references_between_tenant_tables_carry_the_organization() throws SQLException {
    List<String> across =
        catalogue.list(
            """
            select k.conname
            from %s c
            join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
            where not (k.confrelid = 'organizations'::regclass and %s)
              and not (exists (select from pg_attribute a
                               where a.attrelid = k.confrelid and a.attnum = k.confkey[1]
                                 and a.attname = 'organization_id')
                       and %2$s)
            """
                .formatted(
                    TENANTS,
                    """
                    exists (select from pg_attribute a
                            where a.attrelid = c.oid and a.attnum = k.conkey[1]
                              and a.attname = 'organization_id')
                    """));
    assertThat(across).containsExactlyInAnyOrderElementsOf(REFERENCES_ACROSS.keySet());
  }

  @Test
  void every_reference_has_an_index_that_finds_those_who_refer() throws SQLException {
    assertThat(
            catalogue.list(
                """
                select k.conname
                from %s c
                join pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
                where not exists (
                        select
                        from pg_index i
                        where i.indrelid = c.oid
                          and i.indisvalid
                          and (i.indpred is null
                               or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')
                          and (select array_agg(i.indkey[n] order by i.indkey[n])
                               from generate_series(0, cardinality(k.conkey) - 1) n)
                            = (select array_agg(n order by n) from unnest(k.conkey) n))
                """
                    .formatted(TABLES)))
        .isEmpty();
  }

  @Test
  void indexes_of_several_columns_begin_with_the_organization() throws SQLException {
    assertThat(
            catalogue.list(
                """
                select i.indexrelid::regclass::text
                from %s c
                join pg_index i on i.indrelid = c.oid
                where i.indnkeyatts > 1
                  and i.indkey[0] <> (select a.attnum from pg_attribute a
                                      where a.attrelid = c.oid and a.attname = 'organization_id')
                """
                    .formatted(TENANTS)))
        .as("the reference to another gym's client begins with that gym")
        .containsExactlyInAnyOrder("client_organizations_home_idx", "memberships_plan_idx");
  }

  @Test
  void every_change_of_what_matters_is_watched_whatever_the_replication_role() throws SQLException {
    Map<String, String> notWatched =
        Map.of(
            "booking_turns", "holds nothing: rows to lock",
            "client_words", "derived from names and numbers",
            "member_numbers", "a counter; the numbers themselves are watched",
            "import_files", "the bytes of a file, dropped when it is done; its digest is watched",
            "import_rows", "what an import did: the rows it wrote to are watched themselves",
            "saved_views", "a person's own filters",
            "notifications", "the recipient's own reading marks",
            "notification_deliveries", "the outbox, written in the transaction of its cause",
            "audit_logs", "the trail itself",
            "audit_seals", "the trail's seals");
    assertThat(
            catalogue.list(
                """
                select c.relname
                from %s c
                where not c.relispartition
                  and (select count(distinct t.tgtype & 28)
                       from pg_trigger t
                       where t.tgrelid = c.oid
                         and t.tgfoid = 'audit.capture'::regproc
                         and t.tgenabled = 'A'
                         and t.tgtype & 3 = 0
                         and t.tgqual is null
                         and t.tgattr = '') <> 3
                """
                    .formatted(TABLES)))
        .containsExactlyInAnyOrderElementsOf(notWatched.keySet());
  }
}
