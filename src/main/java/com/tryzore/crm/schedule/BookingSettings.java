package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NotAllowedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bound gym's rules of bookings. Everyone may read them; owners change them. */
@Service
@Transactional
public class BookingSettings {
  private final JdbcClient sql;
  private final Bindings bindings;

  BookingSettings(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  /** The rules in force, with the product's defaults where the gym has set none. */
  @Transactional(readOnly = true)
  public BookingRules read() {
    return sql.sql("select * from schedule.booking_rules()")
        .query((row, number) -> rules(row))
        .single();
  }

  /**
   * Sets every rule, unless somebody else has set them meanwhile.
   *
   * @param seen the rules that were changed into the new ones
   * @return the rules that stand instead; empty when the new ones were written
   * @throws NotAllowedException when this account is not an owner's
   */
  public Optional<BookingRules> change(BookingRules seen, BookingRules rules) {
    sql.sql("select id from organizations where id = ? for no key update")
        .param(bindings.required().organization().value())
        .query(UUID.class)
        .list();
    BookingRules standing = read();
    if (!standing.equals(seen)) {
      return Optional.of(standing);
    }
    change(rules);
    return Optional.empty();
  }

  /**
   * Sets every rule. They hold for the next booking; who waits is not promoted by a shorter notice
   * before something happens in the event.
   *
   * @throws NotAllowedException when this account is not an owner's
   */
  public void change(BookingRules rules) {
    sql.sql(
            """
            update organizations
               set settings = settings || jsonb_build_object('bookings', jsonb_build_object(
                     'late_cancel_minutes', cast(:late as int),
                     'promotion_notice_minutes', cast(:notice as int),
                     'check_in_before_minutes', cast(:before as int),
                     'check_in_after_minutes', cast(:after as int),
                     'no_show_minutes', cast(:noShow as int),
                     'booking_opens_days', cast(:opens as int),
                     'booking_closes_minutes', cast(:closes as int)))
             where id = :organization
            """)
        .param("late", rules.lateCancel().toMinutes())
        .param("notice", rules.promotionNotice().toMinutes())
        .param("before", rules.checkInBefore().toMinutes())
        .param("after", rules.checkInAfter().toMinutes())
        .param("noShow", rules.noShowAfter().toMinutes())
        .param("opens", rules.opensDays())
        .param("closes", rules.closes().toMinutes())
        .param("organization", bindings.required().organization().value())
        .update();
  }

  static BookingRules rules(ResultSet row) throws SQLException {
    return new BookingRules(
        minutes(row, "late_cancel_minutes"),
        minutes(row, "promotion_notice_minutes"),
        minutes(row, "check_in_before_minutes"),
        minutes(row, "check_in_after_minutes"),
        minutes(row, "no_show_minutes"),
        row.getInt("booking_opens_days"),
        minutes(row, "booking_closes_minutes"));
  }

  private static Duration minutes(ResultSet row, String column) throws SQLException {
    return Duration.ofMinutes(row.getInt(column));
  }
}
