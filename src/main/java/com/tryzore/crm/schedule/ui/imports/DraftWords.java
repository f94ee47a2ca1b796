package com.tryzore.crm.schedule.ui.imports;

import com.tryzore.crm.schedule.ical.DraftFacts;
import com.tryzore.crm.schedule.ical.TimetableDraft;
import com.tryzore.crm.schedule.ical.TimetableDraft.ChangedOccurrence;
import com.tryzore.crm.schedule.ical.TimetableDraft.Once;
import com.tryzore.crm.schedule.ical.TimetableDraft.Repeating;
import com.tryzore.crm.schedule.recurrence.RecurrenceWords;
import com.tryzore.crm.schedule.recurrence.SeriesTimes;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Texts;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file says of one event or series, in sentences. */
record DraftWords(Locale reader, Texts texts, Formats formats, ZoneId zone) {

  private static final int NAMED = 6;

  static DraftWords of(Locale reader, Formats formats, ZoneId zone) {
    return new DraftWords(reader, Texts.in(reader), formats, zone);
  }

  /** When and where it takes place, what is left out, and what was changed alone. */
  List<String> say(@Nullable TimetableDraft draft) {
    if (draft == null) {
      return List.of();
    }
    List<String> sentences = new ArrayList<>();
    switch (draft.when()) {
      case Once once -> sentences.add(once(once));
      case Repeating repeating -> {
        SeriesTimes times = repeating.times();
        String rule =
            RecurrenceWords.in(reader).say(times.recurrence(), times.start().toLocalTime());
        sentences.add(times.zone().equals(zone) ? rule : rule + " (" + times.zone() + ")");
      }
    }
    String where = where(draft.facts());
    if (!where.isEmpty()) {
      sentences.add(where);
    }
    if (draft.when() instanceof Repeating repeating) {
      SeriesTimes times = repeating.times();
      if (!times.exceptions().isEmpty()) {
        sentences.add(texts.get("schedule.import.line.except", days(times.exceptions())));
      }
      if (!times.additions().isEmpty()) {
        sentences.add(texts.get("schedule.import.line.besides", days(times.additions())));
      }
      repeating.changed().entrySet().stream()
          .limit(NAMED)
          .forEach(one -> sentences.add(changed(one.getKey(), one.getValue(), draft.facts())));
    }
    return sentences;
  }

  private String once(Once once) {
    Instant start = SeriesTimes.startsAt(once.start(), once.zone());
    return texts.get(
        "schedule.event.when",
        formats.weekday(LocalDateTime.ofInstant(start, zone).toLocalDate()),
        formats.times(start, start.plus(once.duration())));
  }

  private String where(DraftFacts facts) {
    return Stream.of(
            facts.room(),
            facts.trainer(),
            facts.capacity().isPresent()
                ? Optional.of(texts.get("schedule.import.line.places", facts.capacity().getAsInt()))
                : Optional.<String>empty())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  private String days(Collection<LocalDateTime> starts) {
    String named =
        starts.stream()
            .limit(NAMED)
            .map(start -> formats.date(start.toLocalDate()))
            .collect(Collectors.joining("; "));
    return starts.size() > NAMED ? named + "; …" : named;
  }

  private String changed(LocalDateTime was, ChangedOccurrence is, DraftFacts usual) {
    String moved =
        texts.get(
            is.start().equals(was) ? "schedule.import.line.changed" : "schedule.import.line.moved",
            formats.weekday(was.toLocalDate()),
            formats.time(was.toLocalTime()),
            formats.weekday(is.start().toLocalDate()),
            formats.time(is.start().toLocalTime()));
    List<String> facts = new ArrayList<>();
    if (!is.facts().title().equals(usual.title())) {
      facts.add("“" + is.facts().title() + "”");
    }
    if (!is.facts().trainer().equals(usual.trainer())) {
      is.facts().trainer().ifPresent(facts::add);
    }
    if (!is.facts().room().equals(usual.room())) {
      is.facts().room().ifPresent(facts::add);
    }
    return facts.isEmpty() ? moved : moved + " · " + String.join(" · ", facts);
  }
}
