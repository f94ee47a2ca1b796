package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.database.isolation.Catalogue.SCHEMAS;
import static com.tryzore.crm.database.isolation.Catalogue.TABLES;
import static com.tryzore.crm.database.isolation.Catalogue.TIERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Tier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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
    assertThat(
            catalogue.list(
                """
                select c.oid::regclass::text
                from %s c
                where not (c.relrowsecurity and c.relforcerowsecurity)
                """
                    .formatted(TABLES)))
        .isEmpty();
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
    assertThat(
            catalogue.list(
                """
                select format('%%s on %%s to %%s', a.privilege_type, c.oid::regclass,
                         case a.grantee when 0 then 'public' else a.grantee::regrole::text end)
                from %s c
                cross join lateral (
                  select * from aclexplode(c.relacl)
                  union all
                  select x.* from pg_attribute t cross join lateral aclexplode(t.attacl) x
                  where t.attrelid = c.oid) a
                where a.grantee <> c.relowner
                  and (a.grantee = 0
                       or a.grantee::regrole::text not in ('zore_definer', %s)
                       or a.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
                       or a.is_grantable
                       or (c.relispartition and a.grantee::regrole::text <> 'zore_definer'))
                """
                    .formatted(TABLES, TIERS.substring(1, TIERS.length() - 1))))
        .isEmpty();
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
    List<String> wrong = new ArrayList<>();
    for (String entry :
        catalogue.list(
            """
            select concat_ws(',', c.relname, a.attname, tier,
                     has_column_privilege(tier, c.oid, a.attnum, 'select'),
                     has_column_privilege(tier, c.oid, a.attnum, 'insert'),
                     has_column_privilege(tier, c.oid, a.attnum, 'update'))
            from %s c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            cross join unnest(array['owner', 'admin', 'staff', 'trainer', 'member']) t
            cross join lateral concat('zore_', t) tier
            where not c.relispartition
            """
                .formatted(TABLES))) {
      String[] fields = entry.split(",", -1);
      Tier tier = Tier.ofKey(fields[2].substring("zore_".length()));
      compare(wrong, fields[0], fields[1], tier, Verb.SELECT, fields[3].equals("t"), true);
      // Columns that nobody needs to give yet may be withheld: never more than the oracle says.
      compare(wrong, fields[0], fields[1], tier, Verb.INSERT, fields[4].equals("t"), false);
      compare(wrong, fields[0], fields[1], tier, Verb.UPDATE, fields[5].equals("t"), true);
    }
    for (String entry :
        catalogue.list(
            """
            select concat_ws(',', c.relname, tier, has_table_privilege(concat('zore_', tier), c.oid, 'delete'))
            from %s c
            cross join unnest(array['owner', 'admin', 'staff', 'trainer', 'member']) tier
            where not c.relispartition
            """
                .formatted(TABLES))) {
      String[] fields = entry.split(",", -1);
      boolean expected = Oracle.of(fields[0]).verbsOf(Tier.ofKey(fields[1])).contains(Verb.DELETE);
      if (expected != fields[2].equals("t")) {
        wrong.add("delete on %s as %s: expected %s".formatted(fields[0], fields[1], expected));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void compare(
      List<String> wrong,
      String table,
      String column,
      Tier tier,
      Verb verb,
      boolean actual,
      boolean exactly) {
    boolean expected = Oracle.of(table).allowsColumn(tier, verb, column);
    if ((actual && !expected) || (exactly && expected && !actual)) {
      wrong.add(
          "%s %s.%s as %s: expected %s, has it: %s"
              .formatted(verb.key(), table, column, tier.key(), expected, actual));
    }
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
