package com.tryzore.crm.members;

import com.tryzore.crm.access.Bindings;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members of other gyms of the chain who want to come in here. What travels is their standing:
 * name, photo, number, status, plan and last day; never their record. Staff and above; every try is
 * in the audit trail.
 */
@Service
@Transactional
public class Visitors {

  /** PostgreSQL's program_limit_exceeded, as {@code members.admit_visitor} raises it. */
  private static final String LIMIT = "54000";

  private final JdbcClient sql;
  private final Bindings bindings;
  private final ApplicationEventPublisher events;

  Visitors(JdbcClient sql, Bindings bindings, ApplicationEventPublisher events) {
    this.sql = sql;
    this.bindings = bindings;
    this.events = events;
  }

  /** The gyms that visitors may come from, by name; none for a gym on its own. */
  @Transactional(readOnly = true)
  public List<SisterGym> gyms() {
    return sql.sql("select slug, name from members.sister_gyms()")
        .query((row, number) -> new SisterGym(row.getString("slug"), row.getString("name")))
        .list();
  }

  /**
   * Gives a member of another gym of the chain a standing here, or finds the one they have.
   *
   * @param home the gym that keeps the membership
   * @param number the member number there, as typed
   * @return empty when nobody there has that number, or there is no such gym in the chain
   * @throws com.tryzore.crm.access.NotAllowedException below staff
   * @throws TooManyVisitorsTriedException after ten numbers in vain within ten minutes
   */
  public Optional<ClientId> admit(SisterGym home, String number) {
    Optional<ClientId> admitted = ask(home, number).map(ClientId::new);
    admitted.ifPresent(
        client ->
            events.publishEvent(new MemberChanged(bindings.required().organization(), client)));
    return admitted;
  }

  private Optional<UUID> ask(SisterGym home, String number) {
    try {
      return sql.sql("select members.admit_visitor(?, ?)")
          .params(home.slug(), number)
          .query(UUID.class)
          .optional();
    } catch (DataAccessException refused) {
      if (NestedExceptionUtils.getMostSpecificCause(refused) instanceof SQLException cause
          && LIMIT.equals(cause.getSQLState())) {
        throw new TooManyVisitorsTriedException(refused);
      }
      throw refused;
    }
  }
}
