package com.tryzore.crm.demo;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.members.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A month of check-ins at a demo gym and the last half hour of today, written as its desk. */
@Component
@Transactional
class DemoVisits {

  /** Nobody of those who came in the last minutes, lest the next scan be taken for the same. */
  private static final long LATEST_SECONDS_AGO = 400;

  private static final long SECONDS_BETWEEN = 180;
  private static final String WHY_ALLOWED = "Renews at the desk after training";

  private record Visit(int member, Instant at, String verdict, @Nullable String reason) {}

  private final JdbcClient sql;

  DemoVisits(JdbcClient sql) {
    this.sql = sql;
  }

  /** Enters the visits, oldest first. */
  void enter(Binding desk, List<ClientId> clients, RandomGenerator random) {
    List<Visit> visits =
        Stream.concat(month(desk, clients.size(), random), lastHalfHour(clients.size())).toList();
    sql.sql(
            """
            insert into visits (organization_id, client_id, checked_in_at, checked_in_by, source,
                                verdict, override_reason)
            select :organization, v.client, v.at, :user,
                   case when v.reason is null then 'scan' else 'search' end, v.verdict, v.reason
              from unnest(cast(:who as uuid[]), cast(:when as timestamptz[]),
                          cast(:verdicts as text[]), cast(:reasons as text[]))
                     as v (client, at, verdict, reason)
             order by v.at
            """)
        .param("organization", desk.organization().value())
        .param("user", desk.user().value())
        .param("who", each(visits, visit -> clients.get(visit.member()).toString()))
        .param("when", each(visits, visit -> visit.at().toString()))
        .param("verdicts", each(visits, Visit::verdict))
        .param("reasons", each(visits, Visit::reason))
        .update();
  }

  /** Who is in good standing comes every fifth day or so, at hours people come. */
  private static Stream<Visit> month(Binding desk, int members, RandomGenerator random) {
    LocalDate today = LocalDate.now(desk.zone());
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      for (int daysAgo = 30; daysAgo > 0 && DemoStory.cameBefore(i, members); daysAgo--) {
        if (random.nextInt(5) == 0) {
          LocalTime time = LocalTime.of(6 + random.nextInt(14), random.nextInt(60));
          Instant at = today.minusDays(daysAgo).atTime(time).atZone(desk.zone()).toInstant();
          visits.add(new Visit(i, at, "welcome", null));
        }
      }
    }
    return visits.stream();
  }

  /** The newest first: those with something to mind between others; the first one was let in. */
  private static Stream<Visit> lastHalfHour(int members) {
    List<Integer> others =
        IntStream.iterate(members - 1, i -> i > DemoStory.EXPIRED_BUT_ALLOWED, i -> i - 1)
            .filter(i -> DemoStory.cameBefore(i, members) && !DemoStory.endsSoon(i))
            .boxed()
            .limit(5)
            .toList();
    List<Integer> heeded =
        List.of(
            DemoStory.WITH_A_NOTE,
            DemoStory.BIRTHDAY,
            DemoStory.ENDS_SOON_TODAY,
            DemoStory.FIRST_VISIT);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < Math.max(others.size(), heeded.size()); i++) {
      others.stream().skip(i).findFirst().ifPresent(order::add);
      heeded.stream().skip(i).findFirst().ifPresent(order::add);
    }
    order.add(DemoStory.EXPIRED_BUT_ALLOWED);
    Instant now = Instant.now();
    return IntStream.range(0, order.size())
        .mapToObj(
            n -> {
              int member = order.get(n);
              Instant at = now.minusSeconds(LATEST_SECONDS_AGO + n * SECONDS_BETWEEN);
              return member == DemoStory.EXPIRED_BUT_ALLOWED
                  ? new Visit(member, at, "allowed", WHY_ALLOWED)
                  : new Visit(member, at, heeded.contains(member) ? "caution" : "welcome", null);
            });
  }

  private static @Nullable String[] each(
      List<Visit> visits, java.util.function.Function<Visit, @Nullable String> part) {
    return visits.stream().map(part).toArray(String[]::new);
  }
}
