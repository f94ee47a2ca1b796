package com.tryzore.crm.schedule;

import com.tryzore.crm.access.UserId;
import com.tryzore.crm.schedule.EventReader.Slot;
import com.tryzore.crm.schedule.EventWriter.Row;
import com.tryzore.crm.schedule.ImportLine.Problem;
import com.tryzore.crm.schedule.ImportLine.State;
import com.tryzore.crm.schedule.ImportMapping.RoomMeaning;
import com.tryzore.crm.schedule.ical.DraftFacts;
import com.tryzore.crm.schedule.ical.TimetableDraft;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The steps of {@link TimetableImports}, each one transaction. */
@Service
@Transactional
class ImportSteps {
  private final JdbcClient sql;
  private final EventReader reader;
  private final EventWriter writer;
  private final SeriesImport series;
  private final ChangeLog log;
  private final Rooms.RoomSteps rooms;
  private final Clock clock = Clock.systemUTC();

  ImportSteps(
      JdbcClient sql,
      EventReader reader,
      EventWriter writer,
      SeriesImport series,
      ChangeLog log,
      Rooms.RoomSteps rooms) {
    this.sql = sql;
    this.reader = reader;
    this.writer = writer;
    this.series = series;
    this.log = log;
    this.rooms = rooms;
  }

  @Transactional(readOnly = true)
  ImportMapping suggested(List<TimetableDraft> drafts) {
    Map<String, RoomId> knownRooms = new HashMap<>();
    rooms.list().forEach(room -> knownRooms.put(ImportedNames.key(room.name()), room.id()));
    Map<String, UserId> knownTrainers = trainers();
    Map<String, RoomMeaning> meanings = new HashMap<>();
    Map<String, UserId> people = new HashMap<>();
    drafts.stream()
        .flatMap(ImportSteps::said)
        .forEach(
            facts -> {
              facts.room().ifPresent(name -> meanings.put(name, meaning(name, knownRooms)));
              facts
                  .trainer()
                  .map(
                      name ->
                          Map.entry(
                              name,
                              Optional.ofNullable(knownTrainers.get(ImportedNames.key(name)))))
                  .filter(found -> found.getValue().isPresent())
                  .ifPresent(found -> people.put(found.getKey(), found.getValue().get()));
            });
    return new ImportMapping(meanings, people);
  }

  private static RoomMeaning meaning(String name, Map<String, RoomId> known) {
    RoomId room = known.get(ImportedNames.key(name));
    if (room != null) {
      return new RoomMeaning.Existing(room);
    }
    return ImportedNames.canBeRoom(name) ? new RoomMeaning.Create() : new RoomMeaning.Words();
  }

  private static Stream<DraftFacts> said(TimetableDraft draft) {
    Stream<DraftFacts> changed =
        draft.when() instanceof TimetableDraft.Repeating repeating
            ? repeating.changed().values().stream().map(TimetableDraft.ChangedOccurrence::facts)
            : Stream.empty();
    return Stream.concat(Stream.of(draft.facts()), changed);
  }

  private Map<String, UserId> trainers() {
    Map<String, UserId> known = new HashMap<>();
    sql.sql(
            """
            select o.user_id, u.display_name
              from user_organizations o
              join users u on u.id = o.user_id
             where o.organization_id = ?
               and o.role <> 'member'
               and o.status = 'active'
             order by o.role = 'trainer'
            """)
        .param(reader.here())
        .query(
            row -> {
              known.put(
                  ImportedNames.key(row.getString("display_name")),
                  new UserId(row.getObject("user_id", UUID.class)));
            });
    return known;
  }

  List<ImportLine> dryRun(List<TimetableDraft> drafts, ImportMapping mapping) {
    List<ImportLine> lines = apply(drafts, mapping);
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return lines;
  }

  List<ImportLine> apply(List<TimetableDraft> drafts, ImportMapping mapping) {
    writer.hold(List.of(), List.of());
    writer.because(SeriesImportDates.REASON);
    ImportedNames names = new ImportedNames(mapping, this::makeRoom);
    List<ImportLine> lines = new ArrayList<>();
    for (TimetableDraft draft : drafts) {
      lines.add(
          switch (draft.when()) {
            case TimetableDraft.Once once -> once(draft, once, names);
            case TimetableDraft.Repeating repeating -> repeating(draft, repeating, names);
          });
    }
    log.tell();
    return lines;
  }

  private RoomId makeRoom(String name) {
    return rooms.list().stream()
        .filter(room -> room.name().equals(name))
        .map(Room::id)
        .findFirst()
        .orElseGet(() -> ((RoomSaving.Saved) rooms.create(name, null)).room().id());
  }

  private ImportLine repeating(
      TimetableDraft draft, TimetableDraft.Repeating repeating, ImportedNames names) {
    return imported(draft.uid()).isPresent()
        ? problem(draft, Problem.OTHER_SHAPE)
        : series.take(draft, repeating, names, digest(draft));
  }

  private ImportLine once(TimetableDraft draft, TimetableDraft.Once once, ImportedNames names) {
    if (series.isImported(draft.uid())) {
      return problem(draft, Problem.OTHER_SHAPE);
    }
    Optional<EventId> known = imported(draft.uid());
    Instant start = SeriesTimes.startsAt(once.start(), once.zone());
    EventFacts facts = names.facts(draft.facts());
    TourFacts tour = ImportedNames.tour(draft.facts());
    if (known.isEmpty()) {
      if (draft.cancelled()) {
        return line(draft, State.CANCELLED, 0, 0);
      }
      Row row =
          new Row(
              new EventId(UUID.randomUUID()),
              null,
              null,
              false,
              start,
              start.plus(once.duration()),
              facts,
              null,
              tour);
      Row placed = withFreeRoom(row);
      writer.insert(placed, draft.uid(), digest(draft));
      return line(draft, State.NEW, 1, placed.equals(row) ? 0 : 1);
    }
    return again(draft, known.get(), once, facts);
  }

  private ImportLine again(
      TimetableDraft draft, EventId id, TimetableDraft.Once once, EventFacts facts) {
    writer.hold(List.of(id), List.of());
    EventRecord event = reader.find(id).orElseThrow();
    if (digest(draft).equals(digestOf(id))) {
      return line(draft, State.UNCHANGED, 0, 0);
    }
    Instant start = SeriesTimes.startsAt(once.start(), once.zone());
    Instant now = clock.instant();
    if (!event.startsAt().isAfter(now) || !start.isAfter(now) || event.cancelled()) {
      return problem(draft, Problem.HAS_BEGUN);
    }
    if (draft.cancelled()) {
      if (event.booked() + event.waiting() > 0) {
        return problem(draft, Problem.HAS_PLACES);
      }
      writer.cancel(List.of(id), null);
    } else {
      Integer seats = facts.capacity();
      EventFacts fitting =
          seats != null && seats < event.booked() ? facts.seats(event.booked()) : facts;
      Row row = Row.of(event).at(start, start.plus(once.duration())).with(fitting, event.tour());
      writer.update(List.of(withFreeRoom(row)));
    }
    sql.sql("update events set source_digest = ? where organization_id = ? and id = ?")
        .params(digest(draft), reader.here(), id.value())
        .update();
    return line(draft, draft.cancelled() ? State.CANCELLED : State.UPDATED, 1, 0);
  }

  private Row withFreeRoom(Row row) {
    RoomId room = row.facts().room();
    boolean taken =
        room != null
            && !reader
                .roomClashes(
                    List.of(new Slot(row.startsAt(), row.endsAt(), room, null)), List.of(row.id()))
                .isEmpty();
    return taken && room != null ? row.withoutRoom(room) : row;
  }

  private Optional<EventId> imported(String uid) {
    return sql.sql("select id from events where organization_id = ? and source_uid = ?")
        .params(reader.here(), uid)
        .query(UUID.class)
        .optional()
        .map(EventId::new);
  }

  private String digestOf(EventId event) {
    return sql.sql(
            "select coalesce(source_digest, '') from events where organization_id = ? and id = ?")
        .params(reader.here(), event.value())
        .query(String.class)
        .single();
  }

  private static ImportLine problem(TimetableDraft draft, Problem problem) {
    return ImportLine.problem(draft.line(), draft.uid(), draft.facts().title(), problem);
  }

  static ImportLine line(TimetableDraft draft, State state, int sessions, int withoutRoom) {
    return new ImportLine(
        draft.line(),
        draft.uid(),
        draft.facts().title(),
        state,
        sessions,
        withoutRoom,
        Optional.empty());
  }

  /**
   * What the file says, to tell whether another says otherwise; the line it stands in is not part.
   */
  private static String digest(TimetableDraft draft) {
    String said = draft.facts() + "\n" + draft.when() + "\n" + draft.cancelled();
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(said.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
