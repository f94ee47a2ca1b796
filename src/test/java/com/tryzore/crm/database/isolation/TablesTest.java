package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.database.isolation.Catalogue.SCHEMAS;
import static com.tryzore.crm.database.isolation.Catalogue.TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must be so of every table, whatever it holds: a new one is judged by the same rules. */
class TablesTest {

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
  void every_table_has_an_entry_in_the_oracle_and_rows_in_the_trial_world() throws SQLException {
    List<String> tables =
        catalogue.list(
            "select c.oid::regclass::text from %s c where not c.relispartition".formatted(TABLES));
    assertThat(Oracle.tables()).containsExactlyInAnyOrderElementsOf(tables);
    assertThat(Trial.tables()).containsExactlyInAnyOrderElementsOf(tables);
    for (String table : tables) {
      assertThat(Trial.shared().rows(table)).as("rows of " + table).isNotEmpty();
    }
  }

  @Test
  void row_level_security_is_on_and_forced_on_every_table_and_partition() throws SQLException {
    assertThat(TableStructure.withoutRowSecurity(catalogue)).isEmpty();
  }

  @Test
  void every_table_belongs_to_the_migrator_who_bypasses_nothing() throws SQLException {
    assertThat(
            catalogue.list(
                "select c.oid::regclass::text from %s c where c.relowner <> 'zore_migrator'::regrole"
                    .formatted(TABLES)))
        .isEmpty();
  }

  @Test
  void every_tenant_table_stands_on_the_restrictive_floor() throws SQLException {
    // A floor for each verb and each tier, with the bound organization in it, whether written as
    // one policy or, for plans that a chain shares downwards, as four.
    assertThat(
            catalogue.list(
                """
                select format('%%s: %%s as %%s', c.oid::regclass, verb, tier)
                from %s c
                cross join unnest(array['r', 'a', 'w', 'd']) verb
                cross join unnest(array['zore_owner', 'zore_admin', 'zore_staff', 'zore_trainer',
                                        'zore_member']::regrole[]) tier
                where not c.relispartition
                  and exists (select from pg_attribute a
                              where a.attrelid = c.oid and a.attname = 'organization_id')
                  and not exists (
                        select
                        from pg_policy p
                        where p.polrelid = c.oid
                          and not p.polpermissive
                          and tier = any (p.polroles)
                          and p.polcmd in ('*', verb::"char")
                          and (verb = 'a' or pg_get_expr(p.polqual, p.polrelid)
                                 like '%%organization_id = ( SELECT access.organization_id()%%')
                          and (verb not in ('a', 'w') or pg_get_expr(p.polwithcheck, p.polrelid)
                                 like '%%organization_id = ( SELECT access.organization_id()%%'))
                """
                    .formatted(TABLES)))
        .isEmpty();
  }

  @Test
  void tables_without_an_organization_are_known_by_name() throws SQLException {
    assertThat(
            catalogue.list(
                """
                select c.oid::regclass::text
                from %s c
                where not exists (select from pg_attribute a
                                  where a.attrelid = c.oid and a.attname = 'organization_id')
                """
                    .formatted(TABLES)))
        .as("organizations are the tenants; people may belong to several")
        .containsExactlyInAnyOrder("organizations", "users");
  }

  @Test
  void policies_name_their_tiers_and_ask_functions_once_per_statement() throws SQLException {
    assertThat(
            catalogue.list(
                "select polname || ' on ' || polrelid::regclass from pg_policy where 0 = any (polroles)"))
        .as("policies for everybody")
        .isEmpty();
    assertThat(
            catalogue.list(
                """
                select polname || ' on ' || polrelid::regclass
                from pg_policy
                cross join lateral regexp_replace(
                  concat(pg_get_expr(polqual, polrelid), ' ', pg_get_expr(polwithcheck, polrelid)),
                  '''[^'']*''', '', 'g') as body
                where regexp_count(body, '(access|members|schedule)\\.')
                   <> regexp_count(body, 'SELECT (access|members|schedule)\\.')
                """))
        .as("function calls outside of a scalar sub-select")
        .isEmpty();
    assertThat(
            catalogue.list(
                """
                select polname || ' on ' || polrelid::regclass
                from pg_policy
                where pg_get_expr(polqual, polrelid) ~* '\\mfrom\\M'
                   or pg_get_expr(polwithcheck, polrelid) ~* '\\mfrom\\M'
                   or polcmd in ('w', '*') and (polqual is null or polwithcheck is null)
                """))
        .as("policies that read tables, or that check a change from one side only")
        .isEmpty();
  }

  @Test
  void nobody_but_tiers_and_helper_functions_has_rights_to_tables() throws SQLException {
    assertThat(TableStructure.grantsToStrangers(catalogue)).isEmpty();
    assertThat(
            catalogue.list(
                """
                select r.rolname
                from pg_roles r
                where r.rolname like 'zore%%'
                  and r.rolname <> 'zore_migrator'
                  and has_table_privilege(r.oid, '%s', 'select, insert, update, delete, truncate')
                """
                    .formatted(Catalogue.MIGRATIONS)))
        .isEmpty();
  }

  @Test
  void each_tier_has_rights_to_exactly_the_columns_that_the_oracle_gives_it() throws SQLException {
    assertThat(TableStructure.rights(catalogue, "%")).isEmpty();
  }

  @Test
  void helper_functions_reach_every_row_of_what_they_have_a_grant_on() throws SQLException {
    assertThat(TableStructure.outOfReachOfHelpers(catalogue)).isEmpty();
  }

  @Test
  void views_look_with_the_eyes_of_whoever_asks() throws SQLException {
    assertThat(
            catalogue.list(
                """
                select c.oid::regclass::text
                from pg_class c
                where c.relnamespace::regnamespace::text in %s
                  and c.relkind = 'v'
                  and not coalesce(c.reloptions @> array['security_invoker=true'], false)
                """
                    .formatted(SCHEMAS)))
        .isEmpty();
    assertThat(
            catalogue.list(
                """
                select c.oid::regclass::text
                from pg_class c
                where c.relnamespace::regnamespace::text in %s
                  and c.relkind in ('m', 'f', 'S')
                """
                    .formatted(SCHEMAS)))
        .as("materialized views and foreign tables know no policies; sequences count for all")
        .isEmpty();
    assertThat(
            catalogue.list(
                "select rulename from pg_rules where schemaname in %s".formatted(SCHEMAS)))
        .isEmpty();
  }
}
