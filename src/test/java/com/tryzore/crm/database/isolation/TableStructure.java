package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.database.isolation.Catalogue.TABLES;
import static com.tryzore.crm.database.isolation.Catalogue.TIERS;

import com.tryzore.crm.access.Tier;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What PostgreSQL's catalogue must say of every table: what is otherwise, in readable lines. Asked
 * of the schema as it is, and of its mutants.
 */
final class TableStructure {

  private TableStructure() {}

  static List<String> withoutRowSecurity(Catalogue catalogue) throws SQLException {
    return catalogue.list(
        """
        select c.oid::regclass::text
        from %s c
        where not (c.relrowsecurity and c.relforcerowsecurity)
        """
            .formatted(TABLES));
  }

  /** A grant without a policy is a function that finds nothing and does not say so. */
  static List<String> outOfReachOfHelpers(Catalogue catalogue) throws SQLException {
    return catalogue.list(
        """
        select format('%%s on %%s', a.privilege_type, c.oid::regclass)
        from %s c
        cross join lateral aclexplode(c.relacl) a
        where a.grantee = 'zore_definer'::regrole
          and not exists (
                select
                from pg_policy p
                where p.polrelid = c.oid
                  and p.polpermissive
                  and a.grantee = any (p.polroles)
                  and p.polcmd in ('*', case a.privilege_type
                        when 'SELECT' then 'r' when 'INSERT' then 'a' when 'UPDATE' then 'w'
                        when 'DELETE' then 'd' end)
                  and coalesce(pg_get_expr(p.polqual, p.polrelid), 'true') = 'true'
                  and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'true') = 'true')
        """
            .formatted(TABLES));
  }

  static List<String> grantsToStrangers(Catalogue catalogue) throws SQLException {
    return catalogue.list(
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
            .formatted(TABLES, TIERS.substring(1, TIERS.length() - 1)));
  }

  /**
   * Each tier has rights to exactly the columns that the oracle gives it.
   *
   * @param like the tables, as a pattern of SQL's {@code like}
   */
  static List<String> rights(Catalogue catalogue, String like) throws SQLException {
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
            where not c.relispartition and c.relname like '%s'
            """
                .formatted(TABLES, like))) {
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
            where not c.relispartition and c.relname like '%s'
            """
                .formatted(TABLES, like))) {
      String[] fields = entry.split(",", -1);
      boolean expected = Oracle.of(fields[0]).verbsOf(Tier.ofKey(fields[1])).contains(Verb.DELETE);
      if (expected != fields[2].equals("t")) {
        wrong.add("delete on %s as %s: expected %s".formatted(fields[0], fields[1], expected));
      }
    }
    return wrong;
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
}
