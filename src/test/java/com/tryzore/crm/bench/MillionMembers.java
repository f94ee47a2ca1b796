package com.tryzore.crm.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Fills a migrated database with members by the million, as a superuser and past all triggers, so
 * that it takes minutes instead of hours. What triggers would have derived (users, names, words,
 * statistics) is written here in the same form. Gyms lie mixed with one another on disk, as they do
 * after years of members joining everywhere.
 *
 * <pre>{@code
 * List<Gym> gyms = new MillionMembers(1_000_000, 200_000, 20).load(superuser);
 * }</pre>
 *
 * @param members all members together
 * @param largest how many of them train at the first gym; the others share the rest evenly
 * @param gyms how many gyms there are
 */
public record MillionMembers(int members, int largest, int gyms) {

  private static final List<String> TABLES =
      List.of(
          "organizations",
          "users",
          "user_organizations",
          "clients",
          "client_organizations",
          "tags",
          "taggables");

  /**
   * A gym that was made, with an account that can sign in there.
   *
   * @param organization the gym
   * @param slug its name in addresses
   * @param staff a user who is staff there
   * @param members how many members it has
   */
  public record Gym(UUID organization, String slug, UUID staff, int members) {}

  /**
   * Loads everything in one go and leaves the tables vacuumed and analysed.
   *
   * @param superuser in auto-commit mode; left as it was
   * @return the gyms, the largest first
   */
  public List<Gym> load(Connection superuser) throws SQLException {
    try (Statement sql = superuser.createStatement()) {
      sql.execute("set session_replication_role = replica");
      sql.execute("set work_mem = '256MB'");
      sql.execute("set maintenance_work_mem = '512MB'");
      // The trail notes even what a superuser writes so; a million lines of it are not wanted here.
      for (String table : TABLES) {
        sql.execute("alter table %s disable trigger audit_insert".formatted(table));
      }
      try {
        names(superuser, "given_names", PeopleNames.given());
        names(superuser, "family_names", PeopleNames.family());
        sql.execute("select setseed(0.20260314)");
        List<String> rebuild = dropIndexes(sql);
        for (String step : STEPS) {
          sql.execute(filled(step));
        }
        for (String create : rebuild) {
          sql.execute(create);
        }
        for (String table : TABLES) {
          sql.execute("vacuum (analyze, freeze) " + table);
        }
        sql.execute("vacuum (analyze, freeze) client_words");
        return gymsOf(sql);
      } finally {
        for (String table : TABLES) {
          sql.execute("alter table %s enable always trigger audit_insert".formatted(table));
        }
        sql.execute("set session_replication_role = origin");
        sql.execute("reset work_mem");
        sql.execute("reset maintenance_work_mem");
      }
    }
  }

  private String filled(String step) {
    return step.replace("$members", "" + members)
        .replace("$largest", "" + largest)
        .replace("$gyms", "" + gyms);
  }

  private static void names(Connection superuser, String table, String[] names)
      throws SQLException {
    try (Statement sql = superuser.createStatement()) {
      sql.execute("drop table if exists %s_words, %s".formatted(table, table));
      sql.execute("create temp table %s (n int primary key, name text)".formatted(table));
      try (PreparedStatement insert =
          superuser.prepareStatement("insert into %s values (?, ?)".formatted(table))) {
        for (int i = 0; i < names.length; i++) {
          insert.setInt(1, i);
          insert.setString(2, names[i]);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      sql.execute(
          "create temp table %1$s_words as select n, w as word from %1$s, members.name_words(name) w"
              .formatted(table));
    }
  }

  /**
   * Indexes in the order of anything but time of joining are made afterwards, all at once, from
   * their own definitions; what a foreign key leans on stays.
   *
   * @return the statements that make them again
   */
  private static List<String> dropIndexes(Statement sql) throws SQLException {
    List<String> drop = new ArrayList<>();
    List<String> rebuild = new ArrayList<>();
    try (ResultSet index =
        sql.executeQuery(
            """
            select format('drop index %I', i.indexrelid::regclass::text), pg_get_indexdef(i.indexrelid)
              from pg_index i
             where i.indrelid in ('clients'::regclass, 'client_organizations'::regclass, 'taggables'::regclass,
                                  'client_words'::regclass)
               and not exists (
                     select
                       from pg_constraint c
                      where c.conindid = i.indexrelid)
            union all
            select format('alter table client_words drop constraint %I', conname),
                   format('alter table client_words add constraint %I %s', conname, pg_get_constraintdef(oid))
              from pg_constraint
             where conrelid = 'client_words'::regclass
               and contype = 'p'
            """)) {
      while (index.next()) {
        drop.add(index.getString(1));
        rebuild.add(index.getString(2));
      }
    }
    for (String statement : drop) {
      sql.execute(statement);
    }
    return rebuild;
  }

  private static List<Gym> gymsOf(Statement sql) throws SQLException {
    List<Gym> made = new ArrayList<>();
    try (ResultSet row =
        sql.executeQuery(
            """
            select g.organization_id, g.slug, g.staff_id,
                   (select count(*)
                      from client_organizations co
                     where co.organization_id = g.organization_id)
              from bench_gyms g
             order by g.n
            """)) {
      while (row.next()) {
        made.add(
            new Gym(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getInt(4)));
      }
    }
    return made;
  }

  private static final List<String> STEPS =
      List.of(
          "drop table if exists bench_gyms, bench_people",
          """
          create temp table bench_gyms as
          select n,
                 uuidv7() as organization_id,
                 uuidv7() as staff_id,
                 'bench-' || substr(gen_random_uuid()::text, 1, 8) as slug,
                 uuidv7() as category_id
            from generate_series(0, $gyms - 1) n
          """,
          """
          insert into organizations (id, slug, name, time_zone, currency, phone_region)
          select organization_id, slug, 'Bench ' || (n + 1), 'Europe/Berlin', 'EUR', 'DE'
            from bench_gyms
          """,
          """
          insert into users (id, display_name, sign_in_email)
          select staff_id, 'Bench Staff ' || n, slug || '@bench.example'
            from bench_gyms
          """,
          """
          insert into user_organizations (organization_id, user_id, role, is_primary)
          select organization_id, staff_id, 'staff', true
            from bench_gyms
          """,
          """
          insert into tags (organization_id, id, type, name, colour)
          select g.organization_id, uuidv7(), 'custom', t.name, t.colour
            from bench_gyms g
            cross join (values ('VIP', 'amber'), ('Yoga', 'teal'), ('Boxing', 'red'), ('Rehab', 'blue'),
                               ('Student', 'green'), ('Corporate', 'violet')) t (name, colour)
          """,
          // Members join in any order everywhere: the gym is drawn for each. Names by rank, the
          // first more often.
          """
          create temp table bench_people as
          select i,
                 g.organization_id,
                 g.staff_id,
                 uuidv7() as id,
                 uuidv7() as user_id,
                 row_number() over (partition by g.n order by i) as serial,
                 floor(power(random(), 1.6) * (select count(*) from given_names))::int as g,
                 floor(power(random(), 1.8) * (select count(*) from family_names))::int as f,
                 random() as chance,
                 random() as luck,
                 date '1940-01-01' + (random() * 25000)::int as birth_date,
                 current_date - (power(random(), 2) * 3000)::int as joined_on,
                 round(random() * 89999999 + 10000000)::bigint as digits
            from (select i,
                         case when random() * $members < $largest then 0
                              else 1 + floor(random() * ($gyms - 1))::int
                         end as n
                    from generate_series(1, $members) i) p
            join bench_gyms g on g.n = p.n
           order by i
          """,
          """
          insert into users (id, display_name)
          select p.user_id, g.name || ' ' || f.name
            from bench_people p
            join given_names g on g.n = p.g
            join family_names f on f.n = p.f
           order by p.i
          """,
          """
          insert into clients (organization_id, id, user_id, given_name, family_name, birth_date, email, phone)
          select p.organization_id, p.id, p.user_id, g.name, f.name,
                 case when luck < 0.95 then p.birth_date end,
                 case when chance < 0.85
                      then regexp_replace(members.normalise(g.name || '.' || f.name), '[^a-z.]', '', 'g') || p.i || '@example.com'
                 end,
                 case when luck > 0.3 then '+49421' || p.digits end
            from bench_people p
            join given_names g on g.n = p.g
            join family_names f on f.n = p.f
           order by p.i
          """,
          """
          insert into client_organizations (organization_id, id, client_id, home_organization_id, member_number, given_name,
                 family_name, sort_name, status, plan_name, valid_until, joined_on, visit_count, first_visit_at, last_visit_at)
          select s.*,
                 case when visits > 0 then greatest(last_visit_at - interval '300 days', joined_on::timestamptz) end,
                 case when visits > 0 then last_visit_at end
            from (select p.organization_id, uuidv7(), p.id, p.organization_id as home, lpad(p.serial::text, 6, '0'),
                         g.name, f.name, members.sort_name(g.name, f.name),
                         case when chance < 0.58 then 'active' when chance < 0.62 then 'frozen' when chance < 0.85 then 'expired'
                              when chance < 0.95 then 'cancelled' else 'prospect' end,
                         case when chance < 0.95
                              then (array['Unlimited Monthly', '12 Month Commitment', 'Student Monthly', '10 Class Pack',
                                          'Family Monthly', 'Off-Peak', 'Day Pass'])[1 + floor(luck * luck * 7)::int] end,
                         case when chance < 0.50 then current_date + (luck * 400)::int - 5
                              when chance < 0.62 then null
                              when chance < 0.95 then current_date - (luck * 900)::int end,
                         p.joined_on,
                         case when luck < 0.9 then 1 + (chance * 200)::int else 0 end as visits
                    from bench_people p
                    join given_names g on g.n = p.g
                    join family_names f on f.n = p.f
                   order by p.i) s
            cross join lateral (select now() - (power(random(), 3) * 700 + s.visits * 0) * interval '1 day') l (last_visit_at)
          """,
          """
          insert into taggables (organization_id, tag_id, subject_type, subject_id, tagged_by)
          select p.organization_id, t.id, 'clients', p.id, p.staff_id
            from bench_people p
            join tags t on t.organization_id = p.organization_id
           where abs(hashtext(p.i || t.name)) % 20 = 0
          """,
          """
      insert into client_words (organization_id, word, sort_name, client_id)
      select distinct co.organization_id, w.word, co.sort_name, co.client_id
        from bench_people p
        join client_organizations co
          on co.organization_id = p.organization_id
         and co.client_id = p.id
        join clients c
          on c.organization_id = p.organization_id
         and c.id = p.id
        cross join lateral (
          select word from given_names_words where n = p.g
          union all
          select word from family_names_words where n = p.f
          union all
          select co.member_number
          union all
          select ltrim(co.member_number, '0')
          union all
          select c.email where c.email is not null
          union all
          select members.phone_words(c.phone) where c.phone is not null) w (word)
      """);
}
