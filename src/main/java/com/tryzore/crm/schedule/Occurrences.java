package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Jobs;
import com.tryzore.crm.schedule.recurrence.Occurrence;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the sessions of every series of every gym made 26 weeks ahead, daily, as {@code zore_jobs}.
 * Several nodes may do it at once: each series is held while its rows are made, and those that are
 * there are left alone. What fails is logged and tried again the next day; half a year is left.
 */
@Component
class Occurrences {

  private record Due(UUID gym, UUID series, long version, SeriesTimes times, Instant madeUntil) {}

  private static final Logger log = LoggerFactory.getLogger(Occurrences.class);
  private static final int AT_ONCE = 200;

  private final JdbcClient sql;
  private final Clock clock = Clock.systemUTC();

  Occurrences(Jobs jobs) {
    this.sql = jobs.sql();
  }

  @Scheduled(initialDelay = 2 * 60, fixedDelay = 24 * 60 * 60, timeUnit = TimeUnit.SECONDS)
  void keepMade() {
    try {
      log.info("{} sessions made ahead", makeDue());
    } catch (DataAccessException e) {
      log.error("Sessions could not be made ahead: {}", e.getMessage());
    }
  }

  /** Makes what is due; how many sessions. */
  int makeDue() {
    Instant now = clock.instant();
    int made = 0;
    UUID after = null;
    List<Due> due = due(now, after);
    while (!due.isEmpty()) {
      for (Due one : due) {
        made += make(one, now);
        after = one.series();
      }
      due = due(now, after);
    }
    return made;
  }

  private List<Due> due(Instant now, @Nullable UUID after) {
    return sql.sql(
            """
            select d.*, d.exceptions::text[] as exception_texts, d.additions::text[] as addition_texts
              from jobs.due_series(?, cast(? as uuid), ?) d
            """)
        .param(now.plus(Duration.ofDays(7L * SeriesTimes.WEEKS_AHEAD)).atOffset(ZoneOffset.UTC))
        .param(after == null ? null : after.toString())
        .param(AT_ONCE)
        .query(
            (row, number) ->
                new Due(
                    row.getObject("organization_id", UUID.class),
                    row.getObject("id", UUID.class),
                    row.getLong("version"),
                    SeriesStore.times(row),
                    EventReader.instant(row, "made_until")))
        .list();
  }

  private int make(Due due, Instant now) {
    Instant horizon = due.times().horizon(now);
    if (!horizon.isAfter(due.madeUntil())) {
      return 0;
    }
    List<Occurrence> missing =
        due.times().occurrencesMissing(List.of(), due.madeUntil(), horizon).stream()
            .filter(occurrence -> occurrence.startsAt().isAfter(now))
            .toList();
    try {
      return sql.sql("select * from jobs.add_occurrences(?, ?, ?, cast(? as jsonb), ?)")
          .params(
              due.gym(),
              due.series(),
              due.version(),
              SeriesStore.rows(missing),
              horizon.atOffset(ZoneOffset.UTC))
          .query((row, number) -> made(due, row.getInt("made"), row.getInt("without_room")))
          .single();
    } catch (DataAccessException e) {
      log.error("Sessions of series {} could not be made: {}", due.series(), e.getMessage());
      return 0;
    }
  }

  private static int made(Due due, int made, int withoutRoom) {
    if (withoutRoom > 0) {
      log.info("{} sessions of series {} lack their room", withoutRoom, due.series());
    }
    return Math.max(made, 0);
  }
}
