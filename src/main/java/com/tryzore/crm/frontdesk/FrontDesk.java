package com.tryzore.crm.frontdesk;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.schedule.BookingsChanged;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks members in at the bound gym. Staff and above; for others the database refuses ({@link
 * NotAllowedException}).
 */
@Service
@Transactional
public class FrontDesk {

  /** Two check-ins of a member that lie less than this apart are one visit. */
  public static final Duration ONE_VISIT = Duration.ofMinutes(5);

  private final JdbcClient sql;
  private final Bindings bindings;
  private final DeskMembers members;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  FrontDesk(
      JdbcClient sql,
      Bindings bindings,
      DeskMembers members,
      ApplicationEventPublisher events,
      ObjectProvider<Clock> clock) {
    this.sql = sql;
    this.bindings = bindings;
    this.members = members;
    this.events = events;
    this.clock = clock.getIfAvailable(Clock::systemUTC);
  }

  /**
   * Checks a member in when the rules let them in; a refusal writes nothing. One transaction:
   * whoever checks the same member in at the same moment waits and is told of this visit.
   */
  public CheckIn checkIn(ClientId client, Source source) {
    return decide(client, source, null);
  }

  /**
   * Lets a member in whom the rules keep out. One whom they let in by now is simply checked in.
   *
   * @param reason why, 1 to 500 characters
   * @throws NotAllowedException when this account may not
   * @throws IllegalArgumentException for a reason that is blank or too long
   */
  public CheckIn allow(ClientId client, Source source, String reason) {
    String why = reason.strip();
    if (why.isEmpty() || why.length() > 500) {
      throw new IllegalArgumentException("A reason has 1 to 500 characters");
    }
    return decide(client, source, why);
  }

  private CheckIn decide(ClientId client, Source source, @Nullable String reason) {
    Binding binding = bindings.required();
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, binding.zone());
    DeskMembers.Found found = members.lock(client, today).orElse(null);
    if (found == null) {
      return new CheckIn.Unknown();
    }
    DeskMember member = found.member();
    CheckInVerdict verdict = CheckInVerdict.of(member, now, binding.zone());
    Optional<Written> standing = visitThatStands(binding, member, now);
    if (standing.isPresent()) {
      return new CheckIn.AlreadyIn(member, verdict, standing.get().visit(), standing.get().at());
    }
    if (verdict instanceof CheckInVerdict.Refused refused && reason == null) {
      return new CheckIn.Refused(member, refused, found.mayAllow());
    }
    Written written = write(binding, client, source, verdict, reason);
    changed(binding, new VisitsChanged(binding.organization(), client, written.visit(), false));
    return new CheckIn.Done(member, verdict, written.visit(), written.at());
  }

  /**
   * The visit within which this check-in falls. The standing is locked, so its last visit is the
   * newest there is; only when that is recent is it looked up.
   */
  private Optional<Written> visitThatStands(Binding binding, DeskMember member, Instant now) {
    Instant last = member.visits().lastAt();
    // A minute more than five: this machine's clock need not be the database's.
    if (last == null || last.isBefore(now.minus(ONE_VISIT).minusSeconds(60))) {
      return Optional.empty();
    }
    return sql.sql(
            """
            select id,
                   checked_in_at
              from visits
             where organization_id = ?
               and client_id = ?
               and undone_at is null
               and checked_in_at > clock_timestamp() - interval '5 minutes'
               and checked_in_at < clock_timestamp() + interval '5 minutes'
             order by checked_in_at desc
             limit 1
            """)
        .params(binding.organization().value(), member.client().value())
        .query(Written.MAPPER)
        .optional();
  }

  private Written write(
      Binding binding,
      ClientId client,
      Source source,
      CheckInVerdict verdict,
      @Nullable String reason) {
    boolean allowed = verdict instanceof CheckInVerdict.Refused;
    return sql.sql(
            """
            insert into visits (organization_id, client_id, checked_in_by, source, verdict, override_reason)
            values (:organization, :client, :desk, :source, :verdict, :reason)
            returning id, checked_in_at
            """)
        .param("organization", binding.organization().value())
        .param("client", client.value())
        .param("desk", binding.user().value())
        .param("source", source.word())
        .param("verdict", VisitVerdict.of(verdict).word())
        .param("reason", allowed ? reason : null)
        .query(Written.MAPPER)
        .single();
  }

  /** Takes a check-in back, once, whoever at the desk made it; the member's statistics follow. */
  public Undo undo(VisitId visit) {
    Binding binding = bindings.required();
    Optional<UUID> client =
        sql.sql(
                """
                update visits
                   set undone_at = clock_timestamp(),
                       undone_by = ?
                 where organization_id = ?
                   and id = ?
                   and undone_at is null
                returning client_id
                """)
            .params(binding.user().value(), binding.organization().value(), visit.value())
            .query(UUID.class)
            .optional();
    if (client.isEmpty()) {
      return exists(binding, visit) ? Undo.ALREADY : Undo.UNKNOWN;
    }
    changed(
        binding,
        new VisitsChanged(binding.organization(), new ClientId(client.get()), visit, true));
    return Undo.DONE;
  }

  /** A visit marks what is booked for now, and its undo takes the mark back: rosters change too. */
  private void changed(Binding binding, VisitsChanged visits) {
    events.publishEvent(visits);
    events.publishEvent(new BookingsChanged(binding.organization(), Set.of()));
  }

  private boolean exists(Binding binding, VisitId visit) {
    return sql.sql("select exists (select from visits where organization_id = ? and id = ?)")
        .params(binding.organization().value(), visit.value())
        .query(Boolean.class)
        .single();
  }
}
