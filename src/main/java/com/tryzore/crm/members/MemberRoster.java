package com.tryzore.crm.members;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.tags.SubjectType;
import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.Tags;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The members of the bound gym as a list: filtered, sorted, counted, a page at a time. Whoever may
 * not see members gets an empty list.
 */
@Service
@Transactional(readOnly = true)
public class MemberRoster {

  /** How many rows are read at a time. */
  public static final int PAGE = 50;

  private final JdbcClient sql;
  private final Bindings bindings;
  private final MemberSearch search;
  private final Tags tags;

  MemberRoster(JdbcClient sql, Bindings bindings, MemberSearch search, Tags tags) {
    this.sql = sql;
    this.bindings = bindings;
    this.search = search;
    this.tags = tags;
  }

  /** The first page and the count, as one moment saw them. */
  public RosterPage open(RosterFilter filter, RosterOrder order) {
    RosterStatement statement = statement(filter);
    List<RosterRow> rows = page(statement, order, 0, PAGE);
    return new RosterPage(
        rows,
        rows.size() < PAGE ? RosterCount.of(rows.size()) : count(statement).atLeast(rows.size()));
  }

  /**
   * Some rows further down, no further than {@link RosterCount#LIMIT}.
   *
   * @param offset how many rows to leave out
   * @param limit how many to read, at most 500
   */
  public List<RosterRow> rows(RosterFilter filter, RosterOrder order, int offset, int limit) {
    int most = Math.min(Math.min(limit, 500), RosterCount.LIMIT - offset);
    return most <= 0 ? List.of() : page(statement(filter), order, offset, most);
  }

  /**
   * Who meets the filter, for doing something to all of them.
   *
   * @param limit at most so many
   */
  public Set<ClientId> clients(RosterFilter filter, int limit) {
    RosterStatement statement = statement(filter);
    return new LinkedHashSet<>(
        sql.sql(statement.clients())
            .params(statement.parameters())
            .param("limit", limit)
            .query((row, number) -> new ClientId(row.getObject(1, UUID.class)))
            .list());
  }

  /** Whether the gym has no member at all yet. */
  public boolean isEmpty() {
    return !sql.sql(
            """
            select exists (
              select
                from client_organizations
               where organization_id = ?)
            """)
        .param(bindings.required().organization().value())
        .query(Boolean.class)
        .single();
  }

  /** The names of all plans that members have here, in order. */
  public List<String> plans() {
    // From one name to the next by the index: as fast as there are plans, not members.
    return sql.sql(
            """
            with recursive names as (
              (select plan_name
                 from client_organizations
                where organization_id = :organization
                  and plan_name is not null
                order by plan_name
                limit 1)
              union all
              select (select co.plan_name
                        from client_organizations co
                       where co.organization_id = :organization
                         and co.plan_name > names.plan_name
                       order by co.plan_name
                       limit 1)
                from names
               where names.plan_name is not null)
            select plan_name
              from names
             where plan_name is not null
            """)
        .param("organization", bindings.required().organization().value())
        .query(String.class)
        .list();
  }

  /** The filter as SQL, its words split by the database. */
  RosterStatement statement(RosterFilter filter) {
    return new RosterStatement(filter, search.words(filter.typed()), bindings.required());
  }

  private List<RosterRow> page(
      RosterStatement statement, RosterOrder order, int offset, int limit) {
    Binding binding = bindings.required();
    RosterRowMapper mapper = new RosterRowMapper(LocalDate.now(binding.zone()));
    List<RosterRow> bare = List.of();
    for (String way : statement.page(order)) {
      if (bare.size() < limit) {
        bare =
            sql.sql(way)
                .params(statement.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query(mapper)
                .list();
      }
    }
    Map<UUID, List<Tag>> tagged =
        tags.of(SubjectType.CLIENTS, bare.stream().map(row -> row.id().value()).toList());
    return bare.stream()
        .map(row -> row.with(tagged.getOrDefault(row.id().value(), List.of())))
        .toList();
  }

  private RosterCount count(RosterStatement statement) {
    return sql.sql(statement.count())
        .params(statement.parameters())
        .query((row, number) -> new RosterCount(row.getInt(1), row.getBoolean(2)))
        .single();
  }
}
