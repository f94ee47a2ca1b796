package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberStatus;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a client of the bound gym could be booked into next. Personal training is left out: it is
 * agreed on with its trainer. Staff and above.
 */
@Service
@Transactional(readOnly = true)
public class NextClasses {

  private static final Set<EventKind> CLASSES = EnumSet.of(EventKind.CLASS);
  private static final Set<EventKind> AND_TOURS = EnumSet.of(EventKind.CLASS, EventKind.TOUR);

  private final JdbcClient sql;
  private final Bindings bindings;
  private final BookingQuestions questions;
  private final Clock clock;

  NextClasses(
      JdbcClient sql, Bindings bindings, BookingQuestions questions, ObjectProvider<Clock> clock) {
    this.sql = sql;
    this.bindings = bindings;
    this.questions = questions;
    this.clock = clock.getIfAvailable(Clock::systemUTC);
  }

  /**
   * The classes that start next, and for a prospect tours too; cancelled ones are left out.
   *
   * @param limit how many at most
   * @return empty when no such client stands at the bound gym
   */
  public Optional<List<NextClass>> of(ClientId client, int limit) {
    Binding binding = bindings.required();
    return status(binding, client)
        .map(
            status -> {
              Set<EventKind> kinds = status == MemberStatus.PROSPECT ? AND_TOURS : CLASSES;
              return with(
                  binding,
                  client,
                  CalendarStatement.upcoming(binding, clock.instant(), kinds, limit));
            });
  }

  /**
   * The same events as they stand by now, in the order of their start; what is gone is left out.
   */
  public List<NextClass> again(ClientId client, Collection<EventId> events) {
    Binding binding = bindings.required();
    return events.isEmpty()
        ? List.of()
        : with(binding, client, CalendarStatement.some(binding, clock.instant(), events));
  }

  private List<NextClass> with(Binding binding, ClientId client, CalendarStatement statement) {
    List<CalendarEvent> events =
        sql.sql(statement.text()).params(statement.parameters()).query(Calendar::event).list();
    Map<EventId, BookingQuestions.Found> found =
        questions.about(binding, events.stream().map(CalendarEvent::id).toList(), client);
    return events.stream()
        .flatMap(
            event ->
                Optional.ofNullable(found.get(event.id()))
                    .map(facts -> new NextClass(event, facts.against(binding.zone())))
                    .stream())
        .toList();
  }

  private Optional<MemberStatus> status(Binding binding, ClientId client) {
    return sql.sql(
            "select status from client_organizations where organization_id = ? and client_id = ?")
        .params(binding.organization().value(), client.value())
        .query(String.class)
        .optional()
        .map(MemberStatus::of);
  }
}
