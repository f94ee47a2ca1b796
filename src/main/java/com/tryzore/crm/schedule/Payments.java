package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NotAllowedException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether places are paid for. Staff and above; others are refused with {@link
 * NotAllowedException}.
 */
@Service
@Transactional
public class Payments {
  private final JdbcClient sql;
  private final Bindings bindings;
  private final ApplicationEventPublisher events;

  Payments(JdbcClient sql, Bindings bindings, ApplicationEventPublisher events) {
    this.sql = sql;
    this.bindings = bindings;
    this.events = events;
  }

  /**
   * Says whether a place is paid for. Taking it back is the same with the two exchanged.
   *
   * @param seen what was on screen
   * @return whether it stood so; otherwise somebody else has changed it, and it stays
   * @throws PessimisticLockingFailureException when others are booking the same people just now
   */
  public boolean change(ParticipantId place, PaymentStatus seen, PaymentStatus wanted) {
    Binding binding = bindings.required();
    Optional<UUID> event =
        sql.sql(
                """
                update event_participants
                   set payment_status = ?
                 where organization_id = ?
                   and id = ?
                   and payment_status = ?
                returning event_id
                """)
            .params(word(wanted), binding.organization().value(), place.value(), word(seen))
            .query(UUID.class)
            .optional();
    event.ifPresent(
        of ->
            events.publishEvent(
                new BookingsChanged(binding.organization(), Set.of(new EventId(of)))));
    return event.isPresent();
  }

  private static String word(PaymentStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
