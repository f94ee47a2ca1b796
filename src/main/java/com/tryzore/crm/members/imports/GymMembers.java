package com.tryzore.crm.members.imports;

import com.tryzore.crm.tags.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The members whom the bound gym has, asked by what a row of a list says. Those whom the import
 * itself has made do not count.
 */
final class GymMembers implements ExistingMembers {
  private static final String KEYS =
      """
      select k.i, m.*
        from json_to_recordset(cast(:keys as json)) as k (i int, a text, b text, born date)
       cross join lateral (
         select co.client_id, co.member_number, co.given_name, co.family_name, c.birth_date
      """;

  /** The limit makes each key a look into an index, whatever the planner thinks of so many. */
  private static final String NOT_OF_THIS_IMPORT =
      """
            and c.import_id is distinct from :import
          limit 20) m
      """;

  private static final String BY_NUMBER =
      KEYS
          + """
           from client_organizations co
           left join clients c
             on c.organization_id = :organization
            and c.id = co.client_id
          where co.organization_id = :organization
            and co.member_number = k.a
          """
          + NOT_OF_THIS_IMPORT;
  private static final String BY_CONTACT =
      KEYS
          + """
           from clients c
           join client_organizations co
             on co.organization_id = :organization
            and co.client_id = c.id
          where c.organization_id = :organization
            and c.%s = k.a
          """
          + NOT_OF_THIS_IMPORT;
  private static final String BY_PERSON =
      KEYS
          + """
           from client_organizations co
           join clients c
             on c.organization_id = :organization
            and c.id = co.client_id
          where co.organization_id = :organization
            and co.sort_name = members.sort_name(k.a, k.b) collate "C"
            and c.birth_date = k.born
          """
          + NOT_OF_THIS_IMPORT;

  private final JdbcClient sql;
  private final Tags tags;
  private final UUID organization;
  private final ImportId running;

  GymMembers(JdbcClient sql, Tags tags, UUID organization, ImportId running) {
    this.sql = sql;
    this.tags = tags;
    this.organization = organization;
    this.running = running;
  }

  @Override
  public Map<MatchKey, List<ExistingMember>> find(Collection<MatchKey> keys) {
    Map<String, List<MatchKey>> questions = new LinkedHashMap<>();
    for (MatchKey key : keys) {
      questions.computeIfAbsent(question(key), q -> new ArrayList<>()).add(key);
    }
    Map<MatchKey, List<ExistingMember>> found = new HashMap<>();
    plan("force_custom_plan");
    questions.forEach((question, asked) -> ask(question, asked, found));
    plan("auto");
    return found;
  }

  /** The tables grow between two questions of an import, so that no plan may be kept. */
  private void plan(String mode) {
    sql.sql("select set_config('plan_cache_mode', ?, true)").param(mode).query().listOfRows();
  }

  private static String question(MatchKey key) {
    return switch (key) {
      case MatchKey.MemberNumber number -> BY_NUMBER;
      case MatchKey.Email email -> BY_CONTACT.formatted("email");
      case MatchKey.Phone phone -> BY_CONTACT.formatted("phone");
      case MatchKey.Person person -> BY_PERSON;
    };
  }

  private void ask(
      String question, List<MatchKey> keys, Map<MatchKey, List<ExistingMember>> found) {
    JsonRows rows = new JsonRows();
    for (int i = 0; i < keys.size(); i++) {
      write(rows.add().put("i", i), keys.get(i));
    }
    sql.sql(question)
        .param("keys", rows.text())
        .param("organization", organization)
        .param("import", running.value())
        .query(
            row -> {
              found
                  .computeIfAbsent(keys.get(row.getInt("i")), key -> new ArrayList<>())
                  .add(member(row));
            });
  }

  private static void write(JsonRows.Row row, MatchKey key) {
    switch (key) {
      case MatchKey.MemberNumber number -> row.put("a", number.value());
      case MatchKey.Email email -> row.put("a", email.address());
      case MatchKey.Phone phone -> row.put("a", phone.number());
      case MatchKey.Person person ->
          row.put("a", person.givenName())
              .put("b", person.familyName())
              .put("born", person.birthDate());
    }
  }

  private static ExistingMember member(ResultSet row) throws SQLException {
    @Nullable LocalDate born = row.getObject("birth_date", LocalDate.class);
    return new ExistingMember(
        row.getObject("client_id", UUID.class),
        row.getString("member_number"),
        row.getString("given_name"),
        row.getString("family_name"),
        born);
  }

  @Override
  public Set<String> tags() {
    return tags.all().stream()
        .map(tag -> tag.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> plans() {
    return sql
        .sql("select lower(name) from membership_plans where archived_at is null")
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.toSet());
  }
}
