package com.tryzore.crm.schedule.ical;

import com.tryzore.crm.schedule.ical.DraftFacts.KindGuess;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the words of an event. */
final class DraftText {

  private static final int MOST_TITLE = 200;
  private static final int MOST_ROOM = 100;
  private static final int MOST_DESCRIPTION = 4000;
  private static final int MOST_SEATS = 10_000;
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF&&[^\\n\\t]]");
  private static final Pattern TRAINER =
      line("trainer|trainerin|instructor|instructora|coach|entrenador|entrenadora|kursleitung");
  private static final Pattern CAPACITY =
      line("capacity|places|spots|capacidad|aforo|plazas|plätze|kapazität");
  private static final Pattern LEAD_SOURCE = line("lead source|origen|herkunft|quelle");

  private static final Pattern PERSONAL =
      Pattern.compile("\\b(personal training|entrenamiento personal|personaltraining|pt)\\b");
  private static final Pattern TOUR =
      Pattern.compile("\\b(tour|visita|führung)\\b", Pattern.UNICODE_CHARACTER_CLASS);

  private DraftText() {}

  private static Pattern line(String names) {
    return Pattern.compile(
        "(?:" + names + ")\\s*:\\s*(.+)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  static DraftFacts facts(RawEvent event) {
    List<String> rest = new ArrayList<>();
    Optional<String> trainer = Optional.empty();
    OptionalInt capacity = OptionalInt.empty();
    Optional<String> leadSource = Optional.empty();
    for (String text : clean(event.text("DESCRIPTION")).split("\n", -1)) {
      Matcher named = TRAINER.matcher(text.strip());
      Matcher counted = CAPACITY.matcher(text.strip());
      Matcher led = LEAD_SOURCE.matcher(text.strip());
      if (trainer.isEmpty() && named.matches()) {
        trainer = Optional.of(oneLine(named.group(1), MOST_ROOM));
      } else if (capacity.isEmpty() && counted.matches() && seats(counted.group(1)).isPresent()) {
        capacity = seats(counted.group(1));
      } else if (leadSource.isEmpty() && led.matches()) {
        leadSource = Optional.of(oneLine(led.group(1), MOST_ROOM));
      } else {
        rest.add(text);
      }
    }
    String room = oneLine(event.text("LOCATION"), 2000);
    Optional<URI> link = link(room).or(() -> link(event.plain("CONFERENCE")));
    String title = title(event);
    return new DraftFacts(
        title.isEmpty() ? "?" : title,
        kind(event, title),
        link(room).isPresent() || room.isEmpty()
            ? Optional.empty()
            : Optional.of(cut(room, MOST_ROOM)),
        link,
        trainer,
        capacity,
        leadSource,
        cut(String.join("\n", rest).strip(), MOST_DESCRIPTION));
  }

  static String title(RawEvent event) {
    return oneLine(event.text("SUMMARY"), MOST_TITLE);
  }

  private static KindGuess kind(RawEvent event, String title) {
    String words =
        (String.join(" ", event.all("CATEGORIES").stream().map(ContentLine::value).toList())
                + " "
                + title)
            .toLowerCase(Locale.ROOT);
    if (PERSONAL.matcher(words).find()) {
      return KindGuess.PERSONAL_TRAINING;
    }
    return TOUR.matcher(words).find() ? KindGuess.TOUR : KindGuess.CLASS;
  }

  private static OptionalInt seats(String text) {
    return text.strip().matches("\\d{1,5}")
            && Integer.parseInt(text.strip()) >= 1
            && Integer.parseInt(text.strip()) <= MOST_SEATS
        ? OptionalInt.of(Integer.parseInt(text.strip()))
        : OptionalInt.empty();
  }

  private static Optional<URI> link(String text) {
    try {
      return text.startsWith("https://") && URI.create(text).getHost() != null
          ? Optional.of(URI.create(text))
          : Optional.empty();
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** Text as RFC 5545, section 3.3.11 writes it. */
  static String unescaped(String value) {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter == '\\' && i + 1 < value.length()) {
        i++;
        char escaped = value.charAt(i);
        text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
      } else {
        text.append(letter);
      }
    }
    return text.toString();
  }

  /** Without control characters and marks that turn the direction of writing. */
  private static String clean(String text) {
    return UNSEEN.matcher(text).replaceAll("");
  }

  static String oneLine(String text, int most) {
    return cut(clean(text).replaceAll("\\s+", " ").strip(), most);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
