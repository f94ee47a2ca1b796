package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.EventReader.Slot;
import com.tryzore.crm.schedule.EventWriter.Row;
import com.tryzore.crm.schedule.ImportLine.Problem;
import com.tryzore.crm.schedule.ImportLine.State;
import com.tryzore.crm.schedule.ical.TimetableDraft;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private final ImportTracking tracking;
  private final ImportRecords records;
  private final Clock clock = Clock.systemUTC();

  ImportSteps(
      JdbcClient sql,
      EventReader reader,
      EventWriter writer,
      SeriesImport series,
      ChangeLog log,
      Rooms.RoomSteps rooms,
      ImportTracking tracking,
      ImportRecords records) {
    this.sql = sql;
    this.reader = reader;
    this.writer = writer;
    this.series = series;
    this.log = log;
    this.rooms = rooms;
    this.tracking = tracking;
    this.records = records;
  }

  List<ImportLine> dryRun(List<TimetableDraft> drafts, ImportMapping mapping, ImportWatch watch) {
    List<ImportLine> lines = take(drafts, mapping, watch, new Kept());
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return lines;
  }

  /** What was done, to be kept once all is done. */
  private record Kept(List<ImportTracking.Did> changes, List<RoomId> rooms) {
    Kept() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  TimetableImport apply(
      String fileName, List<TimetableDraft> drafts, ImportMapping mapping, ImportWatch watch) {
    Kept kept = new Kept();
    List<ImportLine> lines = take(drafts, mapping, watch, kept);
    TimetableImportId id = records.insert(fileName, lines, kept.rooms());
    kept.changes()
        .forEach(did -> log.record(ChangeLog.Action.IMPORT, did.before(), did.after(), id));
    log.tell();
    return records.find(id).orElseThrow();
  }

  private List<ImportLine> take(
      List<TimetableDraft> drafts, ImportMapping mapping, ImportWatch watch, Kept kept) {
    writer.hold(List.of(), List.of());
    writer.because(SeriesImportDates.REASON);
    ImportedNames names = new ImportedNames(mapping, name -> makeRoom(name, kept.rooms()));
    List<ImportLine> lines = new ArrayList<>();
    for (TimetableDraft draft : drafts) {
      watch.tell(lines.size(), drafts.size());
      lines.add(take(draft, names, kept.changes()));
    }
    return lines;
  }

  private ImportLine take(
      TimetableDraft draft, ImportedNames names, List<ImportTracking.Did> changes) {
    ImportTracking.Known known = tracking.known(draft.uid());
    if (digest(draft).equals(known.digest())) {
      return line(draft, State.UNCHANGED, 0, 0);
    }
    boolean repeats = draft.when() instanceof TimetableDraft.Repeating;
    if (repeats ? known.event() != null : known.series() != null) {
      return problem(draft, Problem.OTHER_SHAPE);
    }
    ImportTracking.Tracked before = tracking.before(known);
    ImportLine line =
        switch (draft.when()) {
          case TimetableDraft.Once once -> once(draft, once, names, known.event());
          case TimetableDraft.Repeating repeating ->
              series.take(draft, repeating, names, digest(draft));
        };
    tracking.after(draft.uid(), before).ifPresent(changes::add);
    return line;
  }

  private RoomId makeRoom(String name, List<RoomId> made) {
    Room known =
        rooms.list().stream()
            .filter(room -> ImportedNames.key(room.name()).equals(ImportedNames.key(name)))
            .findFirst()
            .orElse(null);
    if (known != null && !known.archived()) {
      return known.id();
    }
    RoomSaving saving =
        known == null
            ? rooms.create(name, null)
            : rooms.archive(known.id(), known.version(), false);
    RoomId room = ((RoomSaving.Saved) saving).room().id();
    made.add(room);
    return room;
  }

  private ImportLine once(
      TimetableDraft draft,
      TimetableDraft.Once once,
      ImportedNames names,
      @Nullable EventId known) {
    Instant start = SeriesTimes.startsAt(once.start(), once.zone());
    EventFacts facts = names.facts(draft.facts());
    TourFacts tour = ImportedNames.tour(draft.facts());
    if (known == null) {
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
    return again(draft, known, once, facts);
  }

  private ImportLine again(
      TimetableDraft draft, EventId id, TimetableDraft.Once once, EventFacts facts) {
    writer.hold(List.of(id), List.of());
    EventRecord event = reader.find(id).orElseThrow();
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
