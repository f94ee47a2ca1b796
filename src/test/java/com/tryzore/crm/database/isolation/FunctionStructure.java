package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.database.isolation.Catalogue.SCHEMAS;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What PostgreSQL's catalogue must say of every function: what is otherwise, in readable lines.
 * Asked of the schema as it is, and of its mutants.
 */
final class FunctionStructure {

  /** Partitions can be made by the owner of the table only. */
  private static final String OWNED_BY_THE_MIGRATOR = "jobs.make_partitions(integer)";

  private FunctionStructure() {}

  /** Every function has an entry, and is executed by exactly those named in it. */
  static List<String> executors(Catalogue catalogue) throws SQLException {
    List<String> wrong = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    Set<String> executed = new TreeSet<>();
    Set<String> withheld = new TreeSet<>();
    for (String entry :
        catalogue.list(
            """
            select concat_ws(',', n.nspname || '.' || p.proname, r.rolname,
                     has_function_privilege(r.oid, p.oid, 'execute'))
            from pg_proc p
            join pg_namespace n on n.oid = p.pronamespace
            join pg_roles r on r.rolname like 'zore%%'
              and r.rolname not in ('zore_migrator', 'zore_definer')
            where n.nspname in %s
            """
                .formatted(SCHEMAS))) {
      String[] fields = entry.split(",", -1);
      known.add(fields[0]);
      String pair = fields[0] + "," + fields[1];
      if (fields[2].equals("f")) {
        withheld.add(pair);
      } else if (executed.add(pair) && !FunctionRules.executors(fields[0]).contains(fields[1])) {
        wrong.add("%s may execute %s".formatted(fields[1], fields[0]));
      }
    }
    for (String function : FunctionRules.named()) {
      if (!known.contains(function)) {
        wrong.add("there is no " + function);
      }
      for (String login : FunctionRules.executors(function)) {
        String pair = function + "," + login;
        if (!executed.contains(pair) || withheld.contains(pair)) {
          wrong.add("%s cannot execute %s".formatted(login, function));
        }
      }
    }
    return wrong;
  }

  static List<String> executedByThePublic(Catalogue catalogue) throws SQLException {
    return catalogue.list(
        """
        select p.oid::regprocedure::text
        from pg_proc p
        cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        where p.pronamespace::regnamespace::text in %s
          and a.grantee = 0
        """
            .formatted(SCHEMAS));
  }

  static List<String> withAPath(Catalogue catalogue) throws SQLException {
    return catalogue.list(
        """
        select p.oid::regprocedure::text
        from pg_proc p
        where p.pronamespace::regnamespace::text in %s
          and p.proconfig is distinct from array['search_path=""']
        """
            .formatted(SCHEMAS));
  }

  static List<String> lentByOthers(Catalogue catalogue) throws SQLException {
    List<String> lent =
        new ArrayList<>(
            catalogue.list(
                """
                select p.proowner::regrole || ' ' || p.oid::regprocedure
                from pg_proc p
                where p.prosecdef
                  and p.pronamespace::regnamespace::text in %s
                  and p.proowner <> 'zore_definer'::regrole
                """
                    .formatted(SCHEMAS)));
    if (!lent.remove("zore_migrator " + OWNED_BY_THE_MIGRATOR)) {
      lent.add("the migrator does not own " + OWNED_BY_THE_MIGRATOR);
    }
    return lent;
  }
}
