package com.tryzore.crm.schedule.ical;

import com.tryzore.crm.schedule.ical.ComponentProblem.Reason;
import com.tryzore.crm.schedule.ical.TimetableDraft.ChangedOccurrence;
import com.tryzore.crm.schedule.ical.TimetableDraft.Once;
import com.tryzore.crm.schedule.ical.TimetableDraft.Repeating;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes drafts of events, each series together with the changes to its occurrences. */
final class DraftMaker {

  private static final int MOST_UID = 255;

  private final EventTimes times;
  private final List<ComponentProblem> problems = new ArrayList<>();

  DraftMaker(EventTimes times) {
    this.times = times;
  }

  TimetableReading.Read make(List<RawEvent> events) {
    Map<String, RawEvent> masters = new LinkedHashMap<>();
    Map<String, List<RawEvent>> changes = new LinkedHashMap<>();
    for (RawEvent event : events) {
      String uid = uid(event);
      if (event.first("RECURRENCE-ID").isPresent()) {
        changes.computeIfAbsent(uid, any -> new ArrayList<>()).add(event);
      } else {
        masters.merge(uid, event, this::newer);
      }
    }
    List<TimetableDraft> drafts = new ArrayList<>();
    masters.forEach(
        (uid, master) -> {
          List<RawEvent> ofThis = changes.remove(uid);
          try {
            drafts.add(draft(uid, master, ofThis == null ? List.of() : ofThis));
          } catch (ComponentProblemException problem) {
            problems.add(problem.of(master.line(), DraftText.title(master)));
          }
        });
    changes
        .values()
        .forEach(
            orphans ->
                orphans.forEach(
                    orphan ->
                        note(orphan, Reason.CHANGE_WITHOUT_SERIES, orphan.plain("RECURRENCE-ID"))));
    problems.sort(Comparator.comparingInt(ComponentProblem::line));
    return new TimetableReading.Read(drafts, problems);
  }

  private void note(RawEvent event, Reason reason, String what) {
    problems.add(
        new ComponentProblemException(reason, what).of(event.line(), DraftText.title(event)));
  }

  private TimetableDraft draft(String uid, RawEvent master, List<RawEvent> changes)
      throws ComponentProblemException {
    boolean cancelled = isCancelled(master);
    DraftFacts facts = DraftText.facts(master);
    TimetableDraft.When when = times.when(master);
    if (when instanceof Repeating series) {
      when = changed(series.times(), changes);
    } else {
      changes.forEach(
          change -> note(change, Reason.CHANGE_WITHOUT_OCCURRENCE, change.plain("RECURRENCE-ID")));
    }
    return new TimetableDraft(master.line(), uid, facts, when, cancelled);
  }

  private Repeating changed(SeriesTimes series, List<RawEvent> changes) {
    TreeSet<LocalDateTime> exceptions = new TreeSet<>(series.exceptions());
    SortedMap<LocalDateTime, ChangedOccurrence> changed = new TreeMap<>();
    Map<LocalDateTime, RawEvent> newest = new LinkedHashMap<>();
    for (RawEvent change : changes) {
      try {
        LocalDateTime original = times.original(change, series);
        if (series.starts(original, original.plusNanos(1)).findAny().isEmpty()) {
          throw new ComponentProblemException(
              Reason.CHANGE_WITHOUT_OCCURRENCE, change.plain("RECURRENCE-ID"));
        }
        newest.merge(original, change, this::newer);
      } catch (ComponentProblemException problem) {
        problems.add(problem.of(change.line(), DraftText.title(change)));
      }
    }
    newest.forEach(
        (original, change) -> {
          try {
            if (isCancelled(change)) {
              exceptions.add(original);
            } else {
              Once moved = times.changed(change, series);
              changed.put(
                  original,
                  new ChangedOccurrence(moved.start(), moved.duration(), DraftText.facts(change)));
            }
          } catch (ComponentProblemException problem) {
            problems.add(problem.of(change.line(), DraftText.title(change)));
          }
        });
    return new Repeating(series.except(exceptions), changed);
  }

  private static boolean isCancelled(RawEvent event) {
    return event.plain("STATUS").equalsIgnoreCase("CANCELLED");
  }

  /** Of two events under one identifier the newer, as RFC 5546 has it: sequence, then stamp. */
  private RawEvent newer(RawEvent one, RawEvent other) {
    int order =
        Comparator.comparingInt(DraftMaker::sequence)
            .thenComparing(event -> event.plain("DTSTAMP"))
            .compare(one, other);
    RawEvent older = order > 0 ? other : one;
    note(older, Reason.DOUBLE, "");
    return order > 0 ? one : other;
  }

  private static int sequence(RawEvent event) {
    String text = event.plain("SEQUENCE");
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  private static String uid(RawEvent event) {
    String uid = DraftText.oneLine(event.text("UID"), Integer.MAX_VALUE);
    if (!uid.isEmpty() && uid.length() <= MOST_UID) {
      return uid;
    }
    String known =
        uid.isEmpty()
            ? String.join("\n", DraftText.title(event), event.plain("LOCATION"), start(event))
            : uid;
    return "made:" + digest(known);
  }

  private static String start(RawEvent event) {
    return event.plain("DTSTART");
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
