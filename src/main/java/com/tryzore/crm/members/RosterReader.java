package com.tryzore.crm.members;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.tags.SubjectType;
import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.Tags;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads the whole roster for an export, a portion at a time, and puts the export on record. */
@Component
class RosterReader {
  private static final int PORTION = 500;

  private final JdbcClient sql;
  private final Bindings bindings;
  private final MemberRoster roster;
  private final Tags tags;
  private final JsonMapper json;

  RosterReader(JdbcClient sql, Bindings bindings, MemberRoster roster, Tags tags, JsonMapper json) {
    this.sql = sql;
    this.bindings = bindings;
    this.roster = roster;
    this.tags = tags;
    this.json = json;
  }

  /** In a transaction of its own: it stays on record when the download breaks off. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void record(RosterExport.Request request) {
    requirePermission();
    sql.sql(
            "select access.record_read('export', 'client_organizations', null, null, ?::jsonb, null)")
        .param(json.writeValueAsString(details(request)))
        .query((row, number) -> true)
        .list();
  }

  /** Rows in order; the cursor reads ahead no further than a portion. */
  @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
  public void read(RosterExport.Request request, BiConsumer<RosterRow, ZoneId> each) {
    requirePermission();
    Binding binding = bindings.required();
    RosterStatement statement = roster.statement(request.filter());
    if (!request.only().isEmpty()) {
      statement.only(request.only());
    }
    RosterRowMapper mapper = new RosterRowMapper(LocalDate.now(binding.zone()));
    List<RosterRow> portion = new ArrayList<>(PORTION);
    sql.sql(statement.all(request.order()))
        .params(statement.parameters())
        .withFetchSize(PORTION)
        .query(
            row -> {
              portion.add(mapper.mapRow(row, 0));
              if (portion.size() == PORTION) {
                hand(portion, request, binding.zone(), each);
              }
            });
    hand(portion, request, binding.zone(), each);
  }

  private void hand(
      List<RosterRow> portion,
      RosterExport.Request request,
      ZoneId zone,
      BiConsumer<RosterRow, ZoneId> each) {
    Map<UUID, List<Tag>> tagged =
        request.columns().contains(RosterColumn.TAGS)
            ? tags.of(SubjectType.CLIENTS, portion.stream().map(row -> row.id().value()).toList())
            : Map.of();
    portion.forEach(
        row -> each.accept(row.with(tagged.getOrDefault(row.id().value(), List.of())), zone));
    portion.clear();
  }

  private void requirePermission() {
    boolean permitted =
        sql.sql("select access.permitted('members.export')").query(Boolean.class).single();
    if (!permitted) {
      throw new ExportNotPermittedException();
    }
  }

  private static Map<String, Object> details(RosterExport.Request request) {
    RosterFilter filter = request.filter();
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("columns", request.columns().stream().map(RosterExport::word).toList());
    if (!request.only().isEmpty()) {
      said.put("members", request.only().stream().map(ClientId::toString).sorted().toList());
    }
    if (!filter.typed().isBlank()) {
      said.put("typed", filter.typed());
    }
    if (!filter.statuses().isEmpty()) {
      said.put("statuses", filter.statuses().stream().map(MemberStatus::word).sorted().toList());
    }
    if (!filter.plans().isEmpty()) {
      said.put("plans", filter.plans().stream().sorted().toList());
    }
    if (!filter.tags().isEmpty()) {
      said.put("tags", filter.tags().stream().map(Object::toString).sorted().toList());
    }
    if (filter.joinedFrom() != null) {
      said.put("joined_from", filter.joinedFrom().toString());
    }
    if (filter.joinedTo() != null) {
      said.put("joined_to", filter.joinedTo().toString());
    }
    filter.lastVisit().ifPresent(visit -> said.put("last_visit", visit.toString()));
    filter.endsWithin().ifPresent(days -> said.put("ends_within_days", days));
    return said;
  }
}
