package com.tryzore.crm.memberships;

import com.tryzore.crm.access.Jobs;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What the midnight of each gym changes: memberships begin, rest, go on, are billed and end, and
 * unused lots expire. Asked every few minutes, as {@code zore_jobs}. The database works out how
 * things stand, not which steps lead there: several nodes may ask at once, a round that did not
 * happen is made up for by the next, and a round too many changes nothing.
 */
@Component
class MembershipMidnights {

  private static final Logger log = LoggerFactory.getLogger(MembershipMidnights.class);
  private static final int AT_ONCE = 1000;

  private final JdbcClient sql;

  MembershipMidnights(Jobs jobs) {
    this.sql = jobs.sql();
  }

  @Scheduled(initialDelay = 60, fixedDelay = 5 * 60, timeUnit = TimeUnit.SECONDS)
  void turn() {
    try {
      int changed = turn(Instant.now());
      if (changed > 0) {
        log.info("{} memberships and lots turned with their gyms' midnight", changed);
      }
    } catch (DataAccessException e) {
      log.error("Memberships could not be turned: {}", e.getMessage());
    }
  }

  /** Brings everything to how it stands at a moment; how many memberships and lots changed. */
  int turn(Instant now) {
    int all = 0;
    int round;
    do {
      round =
          sql.sql(
                  """
                  select coalesce(sum(memberships + expired_lots), 0)::int
                    from jobs.turn_memberships(?, ?)
                  """)
              .params(now.atOffset(ZoneOffset.UTC), AT_ONCE)
              .query(Integer.class)
              .single();
      all += round;
    } while (round > 0);
    return all;
  }
}
