package com.tryzore.crm.schedule;

import com.tryzore.crm.access.UserId;
import com.tryzore.crm.schedule.EventReader.Slot;
import com.tryzore.crm.schedule.EventWriter.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of {@link Substitutes}, each one transaction. */
@Service
@Transactional
class SubstituteSteps {

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::isFree)
          .thenComparingInt((Candidate candidate) -> candidate.tags().size())
          .reversed()
          .thenComparingInt(candidate -> candidate.busy().size())
          .thenComparing(Candidate::name);

  private final JdbcClient sql;
  private final EventReader reader;
  private final EventWriter writer;
  private final ChangeLog log;
  private final Clock clock = Clock.systemUTC();

  SubstituteSteps(JdbcClient sql, EventReader reader, EventWriter writer, ChangeLog log) {
    this.sql = sql;
    this.reader = reader;
    this.writer = writer;
    this.log = log;
  }

  @Transactional(readOnly = true)
  List<Candidate> candidates(List<EventId> ids) {
    List<EventRecord> sessions = reader.find(ids);
    Set<UUID> tagged = new HashSet<>();
    for (EventRecord session : sessions) {
      tagged.add(session.id().value());
      if (session.series() != null) {
        tagged.add(session.series().value());
      }
    }
    return sql
        .sql(
            """
            select o.user_id, u.display_name,
                   array(select t.name
                           from taggables g
                           join tags t
                             on t.organization_id = g.organization_id
                            and t.id = g.tag_id
                          where g.organization_id = :organization
                            and g.subject_type = 'users'
                            and g.subject_id = o.user_id
                            and g.tag_id in (select e.tag_id
                                               from taggables e
                                              where e.organization_id = :organization
                                                and e.subject_type in ('events', 'classes', 'tours')
                                                and e.subject_id = any (cast(:tagged as uuid[])))
                          order by t.name) as tags
              from user_organizations o
              join users u on u.id = o.user_id
             where o.organization_id = :organization
               and o.role = 'trainer'
               and o.status = 'active'
            """)
        .param("organization", reader.here())
        .param("tagged", tagged.toArray(UUID[]::new))
        .query(
            (row, number) ->
                new Candidate(
                    new UserId(row.getObject("user_id", UUID.class)),
                    row.getString("display_name"),
                    List.of((String[]) row.getArray("tags").getArray()),
                    List.of()))
        .list()
        .stream()
        .filter(candidate -> sessions.stream().anyMatch(it -> !teaches(candidate, it)))
        .map(candidate -> asked(candidate, sessions))
        .sorted(BEST_FIRST)
        .toList();
  }

  private static boolean teaches(Candidate candidate, EventRecord session) {
    return Objects.equals(session.facts().trainer(), candidate.trainer());
  }

  private Candidate asked(Candidate candidate, List<EventRecord> sessions) {
    return new Candidate(
        candidate.trainer(),
        candidate.name(),
        candidate.tags(),
        clashes(sessions, candidate.trainer()));
  }

  private List<Clash> clashes(List<EventRecord> sessions, @Nullable UserId trainer) {
    List<Slot> slots =
        sessions.stream().map(it -> new Slot(it.startsAt(), it.endsAt(), null, trainer)).toList();
    return reader.trainerClashes(slots, sessions.stream().map(EventRecord::id).toList());
  }

  Substitution substitute(List<EventId> ids, @Nullable UserId trainer, boolean despiteTrainer) {
    Set<EventId> wanted = Set.copyOf(ids);
    writer.hold(wanted, List.of());
    List<EventRecord> sessions = reader.find(wanted);
    if (sessions.isEmpty()
        || sessions.size() < wanted.size()
        || sessions.stream().anyMatch(EventRecord::cancelled)) {
      return new Substitution.Unknown();
    }
    Instant now = clock.instant();
    if (sessions.stream().anyMatch(session -> !session.startsAt().isAfter(now))) {
      return new Substitution.HasBegun();
    }
    List<Clash> busy = clashes(sessions, trainer);
    if (!busy.isEmpty() && !despiteTrainer) {
      return new Substitution.TrainerBusy(busy);
    }
    ChangeLog.Before before = log.remember(wanted, null);
    writer.update(sessions.stream().map(session -> taughtBy(session, trainer)).toList());
    ChangeId change =
        log.record(
            ChangeLog.Action.SUBSTITUTE,
            before,
            new ChangeLog.After(wanted, Set.of(), null, null, List.of()));
    return new Substitution.Done(sessions.size(), change);
  }

  private static Row taughtBy(EventRecord session, @Nullable UserId trainer) {
    return Row.of(session)
        .called(
            session.series(),
            session.originalStart(),
            session.changedAlone() || session.series() != null)
        .with(session.facts().by(trainer), session.tour());
  }
}
