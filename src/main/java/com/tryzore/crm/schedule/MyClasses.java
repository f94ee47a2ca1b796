package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bound account teaches at the bound gym, whatever its tier. */
@Service
@Transactional(readOnly = true)
public class MyClasses {

  private static final Duration A_MONTH = Duration.ofDays(31);

  private final Calendar calendar;
  private final JdbcClient sql;
  private final Bindings bindings;

  MyClasses(Calendar calendar, JdbcClient sql, Bindings bindings) {
    this.calendar = calendar;
    this.sql = sql;
    this.bindings = bindings;
  }

  private record Heads(UUID event, int firstVisits, int birthdays, int cares) {}

  /**
   * What they teach within a time, by start; what is under way at its beginning and what was
   * cancelled too.
   *
   * @param from the beginning, included
   * @param to the end, not included; at most 60 days later
   */
  public List<TaughtClass> between(Instant from, Instant to) {
    List<CalendarEvent> taught = calendar.between(from, to, mine(bindings.required()));
    if (taught.isEmpty()) {
      return List.of();
    }
    Map<UUID, Heads> heads = heads(taught.getFirst().startsAt(), to);
    return taught.stream().map(event -> taught(event, heads.get(event.id().value()))).toList();
  }

  /** One of them; empty when there is no such event, or somebody else teaches it. */
  public Optional<CalendarDetail> find(EventId event) {
    Binding binding = bindings.required();
    return calendar.find(event).filter(detail -> binding.user().equals(detail.event().trainerId()));
  }

  /** Whether they teach anything these days: from yesterday until a month ahead. */
  public boolean any() {
    Binding binding = bindings.required();
    Instant now = Instant.now();
    return sql.sql(
            """
            select exists (
              select
                from events
               where organization_id = :organization
                 and trainer_id = :trainer
                 and starts_at > :from
                 and starts_at < :to)
            """)
        .param("organization", binding.organization().value())
        .param("trainer", binding.user().value())
        .param("from", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
        .param("to", now.plus(A_MONTH).atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  private Map<UUID, Heads> heads(Instant from, Instant to) {
    return sql
        .sql("select * from schedule.class_heads(:from, :to)")
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("to", to.atOffset(ZoneOffset.UTC))
        .query(
            (row, number) ->
                new Heads(
                    row.getObject("event_id", UUID.class),
                    row.getInt("first_visits"),
                    row.getInt("birthdays"),
                    row.getInt("cares")))
        .list()
        .stream()
        .collect(Collectors.toMap(Heads::event, Function.identity()));
  }

  private static TaughtClass taught(CalendarEvent event, @Nullable Heads heads) {
    return heads == null
        ? new TaughtClass(event, 0, 0, 0)
        : new TaughtClass(event, heads.firstVisits(), heads.birthdays(), heads.cares());
  }

  private static CalendarFilter mine(Binding binding) {
    return new CalendarFilter(Set.of(), Set.of(binding.user()), Set.of(), Set.of());
  }
}
