package com.tryzore.crm.schedule.ical;

import com.tryzore.crm.schedule.ical.TimetableReading.Reason;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a timetable. Takes events from VEVENT, zones from VTIMEZONE, and passes over all else:
 * alarms, tasks, attachments. One event that cannot be taken does not spoil the others; a file that
 * ends in the middle is refused whole, because nobody knows what is missing.
 */
public final class TimetableReader {

  /** The largest file: a timetable of thousands of events has less. */
  public static final int MOST_BYTES = 5_000_000;

  /** The most events in a file. */
  public static final int MOST_EVENTS = 5000;

  private static final int DEEPEST = 10;
  private static final Set<String> WANTED =
      Set.of(
          "UID",
          "DTSTART",
          "DTEND",
          "DURATION",
          "RRULE",
          "EXRULE",
          "RDATE",
          "EXDATE",
          "RECURRENCE-ID",
          "SUMMARY",
          "LOCATION",
          "DESCRIPTION",
          "CATEGORIES",
          "STATUS",
          "SEQUENCE",
          "DTSTAMP",
          "CONFERENCE");

  private final ZoneId gym;
  private final ZoneNames zones;
  private final Deque<String> open = new ArrayDeque<>();
  private final List<RawEvent> events = new ArrayList<>();
  private final Set<String> offsets = new HashSet<>();
  private String zoneName = "";
  private String zoneLocation = "";
  private String calendarZone = "";
  private @Nullable RawEvent event;

  private TimetableReader(ZoneId gym) {
    this.gym = gym;
    this.zones = new ZoneNames(gym);
  }

  /**
   * Reads a file.
   *
   * @param file is read, not closed; no more than {@link #MOST_BYTES} and one of it
   * @param gym the zone of times that name none
   * @throws IOException when the file itself cannot be read
   */
  public static TimetableReading read(InputStream file, ZoneId gym) throws IOException {
    byte[] bytes = file.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      return new TimetableReading.Refused(Reason.TOO_LARGE, 0);
    }
    TimetableReader reader = new TimetableReader(gym);
    try {
      return reader.read(bytes);
    } catch (RefusedFileException refused) {
      return refused.result();
    } catch (CharacterCodingException foreign) {
      return new TimetableReading.Refused(
          reader.events.isEmpty() && reader.open.isEmpty() ? Reason.NOT_ICALENDAR : Reason.NOT_UTF8,
          0);
    }
  }

  private TimetableReading read(byte[] bytes) throws IOException, RefusedFileException {
    ContentLines lines =
        new ContentLines(
            new BufferedReader(
                new InputStreamReader(
                    new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder())));
    boolean begun = false;
    for (String text = lines.next(); text != null; text = lines.next()) {
      String line = begun || !text.startsWith("\uFEFF") ? text : text.substring(1);
      Optional<ContentLine> content = ContentLine.of(lines.number(), line, lines.isWhole());
      if (!begun && content.filter(TimetableReader::beginsCalendar).isEmpty()) {
        throw new RefusedFileException(Reason.NOT_ICALENDAR, lines.number());
      }
      begun = true;
      take(content, lines.number());
    }
    if (!begun) {
      throw new RefusedFileException(Reason.EMPTY, 0);
    }
    if (!open.isEmpty()) {
      throw new RefusedFileException(Reason.BROKEN_OFF, lines.number());
    }
    ZoneId floating = zones.of(calendarZone).orElse(gym);
    return new DraftMaker(new EventTimes(new TimeReader(zones, floating), gym)).make(events);
  }

  private static boolean beginsCalendar(ContentLine line) {
    return line.name().equals("BEGIN") && line.value().strip().equalsIgnoreCase("VCALENDAR");
  }

  private void take(Optional<ContentLine> content, int number) throws RefusedFileException {
    if (content.isEmpty()) {
      if (event != null) {
        event.hasUnreadableLine();
      }
      return;
    }
    ContentLine line = content.get();
    switch (line.name()) {
      case "BEGIN" -> begin(line.value().strip().toUpperCase(Locale.ROOT), number);
      case "END" -> end(line.value().strip().toUpperCase(Locale.ROOT), number);
      default -> property(line);
    }
  }

  private void begin(String component, int number) throws RefusedFileException {
    if (open.size() >= DEEPEST) {
      throw new RefusedFileException(Reason.NESTED_TOO_DEEP, number);
    }
    if (component.equals("VEVENT") && event == null) {
      if (events.size() >= MOST_EVENTS) {
        throw new RefusedFileException(Reason.TOO_MANY_EVENTS, number);
      }
      event = new RawEvent(number);
    }
    if (component.equals("VTIMEZONE")) {
      zoneName = "";
      zoneLocation = "";
      offsets.clear();
    }
    open.push(component);
  }

  private void end(String component, int number) throws RefusedFileException {
    if (open.isEmpty() || !open.pop().equals(component)) {
      throw new RefusedFileException(Reason.DAMAGED, number);
    }
    if (component.equals("VEVENT") && event != null && !open.contains("VEVENT")) {
      events.add(event);
      event = null;
    }
    if (component.equals("VTIMEZONE")) {
      zones.define(zoneName, new ZoneNames.Definition(zoneLocation, Set.copyOf(offsets)));
    }
  }

  private void property(ContentLine line) {
    String component = open.isEmpty() ? "" : open.peek();
    switch (component) {
      case "VEVENT" -> {
        if (event != null && WANTED.contains(line.name())) {
          event.add(line);
        }
      }
      case "VTIMEZONE" -> {
        if (line.name().equals("TZID")) {
          zoneName = line.value().strip();
        } else if (line.name().equals("X-LIC-LOCATION")) {
          zoneLocation = line.value().strip();
        }
      }
      case "STANDARD", "DAYLIGHT" -> {
        if (line.name().equals("TZOFFSETTO") && offsets.size() < 20) {
          offsets.add(line.value().strip());
        }
      }
      case "VCALENDAR" -> {
        if (line.name().equals("X-WR-TIMEZONE")) {
          calendarZone = line.value().strip();
        }
      }
      default -> {
        // alarms, tasks and what else a calendar may hold
      }
    }
  }
}
