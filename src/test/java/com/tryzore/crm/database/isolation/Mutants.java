package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.database.isolation.Catalogue.SCHEMAS;
import static com.tryzore.crm.database.isolation.Catalogue.TABLES;

import com.tryzore.crm.database.isolation.Mutant.Check;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every way to make the schema's walls wrong by one, read from the catalogue: what a migration adds
 * is covered with it.
 */
final class Mutants {

  private static final Pattern REFUSAL = Pattern.compile("raise insufficient_privilege using");
  private static final Pattern RIGHT =
      Pattern.compile("\\( SELECT access\\.permitted\\('[a-z.]+'::text\\) AS permitted\\)");
  private static final Pattern CONDITION = Pattern.compile("(?m)^\\s+and .*$");

  private final Trial trial;
  private final Connection superuser;
  private final Catalogue catalogue;

  Mutants(Trial trial, Connection superuser) {
    this.trial = trial;
    this.superuser = superuser;
    this.catalogue = new Catalogue(superuser);
  }

  /** A policy dropped, or one of its sides widened. */
  List<Mutant> ofPolicies() throws SQLException {
    List<Mutant> mutants = new ArrayList<>();
    each(
        """
        select format('%%I on %%s', polname, polrelid::regclass), polrelid::regclass,
               'zore_definer'::regrole = any (polroles),
               pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid),
               not polpermissive
          from pg_policy
          join pg_class c on c.oid = polrelid
         where c.relnamespace::regnamespace::text in %s
         order by 1
        """
            .formatted(SCHEMAS),
        row -> {
          String policy = row.getString(1);
          List<Check> checks =
              row.getBoolean(3)
                  ? List.of(() -> TableStructure.outOfReachOfHelpers(catalogue))
                  : walls(row.getString(2), row.getBoolean(6));
          mutants.add(new Mutant("dropped: policy " + policy, "drop policy " + policy, checks));
          mutants.addAll(widened(policy, row.getString(4), row.getString(5), checks));
        });
    return mutants;
  }

  /**
   * Each side widened by itself; and both, where what one side asks does not depend on the row and
   * the other asks it too, so that one of them widened changes nothing.
   */
  private static List<Mutant> widened(
      String policy, @Nullable String using, @Nullable String check, List<Check> checks) {
    List<Mutant> mutants = new ArrayList<>();
    boolean same =
        using != null && check != null && RIGHT.matcher(using).matches() && check.contains(using);
    if (same) {
      mutants.add(widened(policy, "using (true) with check (true)", checks));
    }
    if (using != null && !using.equals("true") && !same) {
      mutants.add(widened(policy, "using (true)", checks));
    }
    if (check != null && !check.equals("true") && !(same && check.equals(using))) {
      mutants.add(widened(policy, "with check (true)", checks));
    }
    return mutants;
  }

  private static Mutant widened(String policy, String side, List<Check> checks) {
    return new Mutant(
        "widened: policy %s, %s".formatted(policy, side),
        "alter policy %s %s".formatted(policy, side),
        checks);
  }

  /** Row Level Security off, or not for the owner. */
  List<Mutant> ofTables() throws SQLException {
    List<Mutant> mutants = new ArrayList<>();
    each(
        "select c.oid::regclass, c.relispartition from %s c order by 1".formatted(TABLES),
        row -> {
          String table = row.getString(1);
          Check structure = () -> TableStructure.withoutRowSecurity(catalogue);
          boolean partition = row.getBoolean(2);
          mutants.add(
              new Mutant(
                  "row level security disabled: " + table,
                  "alter table %s disable row level security".formatted(table),
                  partition ? List.of(structure) : walls(table, false)));
          mutants.add(
              new Mutant(
                  "row level security not forced: " + table,
                  "alter table %s no force row level security".formatted(table),
                  partition ? structure : () -> reachedByTheMigrator(table)));
        });
    return mutants;
  }

  /** A grant on some columns made one on all, or one given to everybody. */
  List<Mutant> ofGrants() throws SQLException {
    List<Mutant> mutants = new ArrayList<>();
    each(
        """
        select distinct c.oid::regclass, a.privilege_type, a.grantee::regrole
          from %s c
          join pg_attribute t on t.attrelid = c.oid
         cross join lateral aclexplode(t.attacl) a
         order by 1, 2, 3
        """
            .formatted(TABLES),
        row -> {
          String grant =
              "%s on %s to %s".formatted(row.getString(2), row.getString(1), row.getString(3));
          String table = row.getString(1);
          mutants.add(
              new Mutant(
                  "granted on all columns: " + grant,
                  "grant " + grant,
                  () -> TableStructure.rights(catalogue, table)));
        });
    each(
        "select c.oid::regclass, c.relispartition from %s c order by 1".formatted(TABLES),
        row -> {
          String table = row.getString(1);
          for (String grant :
              List.of(
                  "select on %s to public",
                  "all on %s to zore_member", "truncate on %s to zore_owner")) {
            mutants.add(
                new Mutant(
                    "granted: " + grant.formatted(table),
                    "grant " + grant.formatted(table),
                    () -> TableStructure.grantsToStrangers(catalogue)));
          }
        });
    return mutants;
  }

  /** A trigger of the trail dropped, switched off, or switched off for replicas. */
  List<Mutant> ofTriggers() throws SQLException {
    List<Mutant> mutants = new ArrayList<>();
    each(
        """
        select tgrelid::regclass, tgname, tgparentid <> 0, tgfoid = 'audit.capture'::regproc
          from pg_trigger
         where tgfoid in ('audit.capture'::regproc, 'audit.refuse_change'::regproc)
         order by 1, 2
        """,
        row -> {
          String table = row.getString(1);
          String trigger = row.getString(2);
          Check check =
              row.getBoolean(4) ? () -> trail(table) : () -> new Immutability(superuser).changes();
          if (!row.getBoolean(3)) {
            mutants.add(
                new Mutant(
                    "dropped: trigger %s on %s".formatted(trigger, table),
                    "drop trigger %s on %s".formatted(trigger, table),
                    check));
          }
          for (String state : List.of("disable", "enable")) {
            mutants.add(
                new Mutant(
                    "%sd%s: trigger %s on %s"
                        .formatted(
                            state,
                            state.equals("enable") ? ", but not always" : "",
                            trigger,
                            table),
                    "alter table %s %s trigger %s".formatted(table, state, trigger),
                    check));
          }
        });
    return mutants;
  }

  /** A function open to all, led astray, owned by another, or silent where it should refuse. */
  List<Mutant> ofFunctions() throws SQLException {
    List<Mutant> mutants = new ArrayList<>();
    each(
        """
        select p.oid::regprocedure, p.pronamespace::regnamespace || '.' || p.proname, p.prosecdef,
               pg_get_functiondef(p.oid), p.proowner::regrole
          from pg_proc p
         where p.pronamespace::regnamespace::text in %s
           and p.prokind = 'f'
         order by 1
        """
            .formatted(SCHEMAS),
        row -> {
          String function = row.getString(1);
          String name = row.getString(2);
          if (row.getBoolean(3)) {
            String other =
                row.getString(5).equals("zore_definer") ? "zore_migrator" : "zore_definer";
            mutants.add(
                altered(
                    function,
                    "grant execute on function %s to public",
                    () -> FunctionStructure.executedByThePublic(catalogue)));
            mutants.add(
                altered(
                    function,
                    "grant execute on function %s to zore_member, zore_gate, zore_jobs",
                    () -> FunctionStructure.executors(catalogue)));
            mutants.add(
                altered(
                    function,
                    "alter function %s reset search_path",
                    () -> FunctionStructure.withAPath(catalogue)));
            mutants.add(
                altered(
                    function,
                    "alter function %s owner to " + other,
                    () -> FunctionStructure.lentByOthers(catalogue)));
          }
          Check check =
              name.equals("audit.refuse_change")
                  ? () -> new Immutability(superuser).changes()
                  : () -> Refusals.missing(superuser, Set.of(name));
          rewrite(
              mutants,
              "silent refusal",
              name,
              row.getString(4),
              REFUSAL,
              "raise debug using",
              check);
          if (name.equals("access.live_session") || name.equals("access.role_in")) {
            rewrite(mutants, "without a condition", name, row.getString(4), CONDITION, "", check);
          }
        });
    return mutants;
  }

  private static Mutant altered(String function, String statement, Check check) {
    return new Mutant(statement.formatted(function), statement.formatted(function), check);
  }

  /** One mutant for each place where the pattern is found. */
  private static void rewrite(
      List<Mutant> mutants,
      String what,
      String name,
      String definition,
      Pattern pattern,
      String replacement,
      Check check) {
    Matcher found = pattern.matcher(definition);
    for (int number = 1; found.find(); number++) {
      mutants.add(
          new Mutant(
              "%s: %s, number %d%s"
                  .formatted(
                      what, name, number, replacement.isEmpty() ? ":" + found.group().strip() : ""),
              definition.substring(0, found.start())
                  + replacement
                  + definition.substring(found.end()),
              check));
    }
  }

  /** The checks of what a table's policies keep out, the likeliest to complain first. */
  private List<Check> walls(String table, boolean isFloor) {
    Check cells = cells(table);
    Check refusals = () -> Refusals.missing(superuser, Set.of(table));
    Check floor = () -> new FloorAlone(trial, superuser).complaints(Trial.kit(table));
    return isFloor ? List.of(floor, cells, refusals) : List.of(refusals, cells, floor);
  }

  /** All of the matrix that concerns one table, as far as the first complaint. */
  private Check cells(String table) {
    return () -> {
      Matrix matrix = new Matrix(trial, new Impersonation(superuser));
      for (Subject subject : World.subjects()) {
        List<String> wrong = matrix.check(subject, Trial.kit(table));
        if (!wrong.isEmpty()) {
          return wrong;
        }
      }
      return List.of();
    };
  }

  private List<String> reachedByTheMigrator(String table) throws SQLException {
    Outcome outcome =
        new Impersonation(superuser)
            .as("zore_migrator", "", c -> Door.attempt(c, "select from " + table));
    return outcome.isRefusal() ? List.of() : List.of("the migrator reads " + outcome);
  }

  private List<String> trail(String table) throws SQLException {
    TrailCheck check = new TrailCheck(trial, superuser);
    List<String> wrong = check.byHand(Trial.kit(table));
    if (!wrong.isEmpty()) {
      return wrong;
    }
    try (Statement statement = superuser.createStatement()) {
      statement.execute("set local session_replication_role = replica");
    }
    return check.byHand(Trial.kit(table));
  }

  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private void each(String query, Reader reader) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }
}
