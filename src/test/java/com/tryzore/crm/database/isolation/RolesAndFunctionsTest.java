package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.database.isolation.Catalogue.SCHEMAS;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles, schemas and functions: who may be whom, and who may call what. */
class RolesAndFunctionsTest {

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
  void no_tier_is_anything_but_itself() throws SQLException {
    assertThat(
            catalogue.list(
                """
                select format('%s in %s', member::regrole, roleid::regrole)
                from pg_auth_members
                where member::regrole::text like 'zore%' or roleid::regrole::text like 'zore%'
                """))
        .containsExactly("zore_migrator in zore_definer");
    assertThat(
            catalogue.list(
                """
                select rolname
                from pg_roles
                where rolname like 'zore%'
                  and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)
                """))
        .isEmpty();
  }

  @Test
  void nobody_but_the_migrator_and_the_definer_can_make_anything_in_a_schema() throws SQLException {
    assertThat(
            catalogue.list(
                """
                select format('%s in %s', r.rolname, n.nspname)
                from pg_roles r
                cross join pg_namespace n
                where (r.rolname like 'zore%' and r.rolname not in ('zore_migrator', 'zore_definer'))
                  and has_schema_privilege(r.oid, n.oid, 'create')
                union all
                select format('%s in the database', r.rolname)
                from pg_roles r
                where r.rolname like 'zore%' and r.rolname <> 'zore_migrator'
                  and has_database_privilege(r.oid, current_database(), 'create, temporary')
                union all
                select format('public in %s', n.nspname)
                from pg_namespace n
                cross join lateral aclexplode(n.nspacl) a
                where a.grantee = 0 and n.nspname not in ('pg_catalog', 'information_schema')
                """))
        .isEmpty();
  }

  @Test
  void every_function_has_an_entry_and_is_executed_by_exactly_those_named() throws SQLException {
    assertThat(FunctionStructure.executors(catalogue)).isEmpty();
  }

  @Test
  void the_public_executes_nothing_of_ours_and_nothing_will_be_given_to_it() throws SQLException {
    assertThat(FunctionStructure.executedByThePublic(catalogue)).isEmpty();
    assertThat(
            catalogue.list(
                """
                select d.defaclrole::regrole::text
                from pg_default_acl d
                cross join lateral aclexplode(d.defaclacl) a
                where a.grantee = 0
                """))
        .isEmpty();
  }

  @Test
  void functions_with_the_rights_of_their_owner_look_things_up_in_no_path() throws SQLException {
    assertThat(FunctionStructure.withAPath(catalogue))
        .as("functions with a search path, or a setting of their own")
        .isEmpty();
    assertThat(FunctionStructure.lentByOthers(catalogue))
        .as("functions that lend the rights of another owner than they should")
        .isEmpty();
    assertThat(
            catalogue.list(
                """
                select p.oid::regprocedure::text
                from pg_proc p
                where p.prosecdef
                  and p.pronamespace::regnamespace::text not in %s
                  and p.pronamespace::regnamespace::text <> 'pg_catalog'
                """
                    .formatted(SCHEMAS)))
        .as("functions of others that would lend their owner's rights")
        .isEmpty();
    assertThat(
            catalogue.list(
                """
                select p.oid::regprocedure::text
                from pg_proc p
                where p.pronamespace::regnamespace::text in %s and p.proleakproof
                """
                    .formatted(SCHEMAS)))
        .as("functions that policies would let run before them")
        .isEmpty();
  }

  @Test
  void functions_that_read_tables_answer_nothing_without_a_binding() throws SQLException {
    List<String> wrong = new ArrayList<>();
    try (Logins logins = new Logins(Trial.shared().database())) {
      for (String entry :
          catalogue.list(
              """
              select concat_ws('|', n.nspname || '.' || p.proname, r.rolname,
                       coalesce((select string_agg('null::' || t::regtype, ', ' order by i)
                                 from unnest(p.proargtypes) with ordinality u (t, i)), ''))
              from pg_proc p
              join pg_namespace n on n.oid = p.pronamespace
              join pg_roles r on r.rolname in %s and has_function_privilege(r.oid, p.oid, 'execute')
              where n.nspname in %s
              """
                  .formatted(Catalogue.TIERS, SCHEMAS))) {
        String[] fields = entry.split("\\|", -1);
        if (!FunctionRules.PURE.contains(fields[0])) {
          String call =
              "select * from %s(%s) as answer where answer::text <> 'false'"
                  .formatted(fields[0], fields[2]);
          Outcome outcome = logins.as(fields[1], "", c -> Door.attempt(c, call));
          if (!outcome.isRefusal()) {
            wrong.add("as %s, unbound, %s: got %s".formatted(fields[1], call, outcome));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothing_is_installed_that_reaches_out_of_the_database() throws SQLException {
    assertThat(catalogue.list("select extname from pg_extension"))
        .containsExactlyInAnyOrder("plpgsql", "btree_gist", "unaccent");
    assertThat(catalogue.list("select lanname from pg_language where lanispl"))
        .containsExactly("plpgsql");
    assertThat(
            catalogue.list(
                """
                select fdwname from pg_foreign_data_wrapper
                union all select srvname from pg_foreign_server
                union all select evtname from pg_event_trigger
                union all select pubname from pg_publication
                """))
        .isEmpty();
  }
}
