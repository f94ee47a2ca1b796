package com.tryzore.crm.members.imports;

import com.tryzore.crm.members.PhoneNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the cells of one column look like, gathered while the table streams by. */
final class ColumnSniff {
  private static final int EXAMPLES = 3;
  private static final int CLOSELY_LOOKED_AT = 2_000;
  private static final int WORDS = 50;
  private static final int LONGEST_WORD = 60;
  private static final int PHONES = 200;

  private final DateEvidence dates = new DateEvidence();
  private final List<String> examples = new ArrayList<>(EXAMPLES);
  private final List<String> phonesWithoutCountry = new ArrayList<>();
  private final Map<String, Integer> words = new LinkedHashMap<>();
  private boolean fewWords = true;
  private int filled;
  private int emails;

  void add(String cell) {
    String text = cell.strip();
    if (text.isEmpty()) {
      return;
    }
    filled++;
    dates.add(text);
    countWord(text);
    if (filled <= CLOSELY_LOOKED_AT) {
      emails += EmailText.isAddress(text) ? 1 : 0;
      if (phonesWithoutCountry.size() < PHONES && looksLikeLocalPhone(text)) {
        phonesWithoutCountry.add(text);
      }
    }
    if (examples.size() < EXAMPLES && !examples.contains(text)) {
      examples.add(text);
    }
  }

  private void countWord(String text) {
    if (!fewWords) {
      return;
    }
    words.merge(
        text.length() > LONGEST_WORD ? text.substring(0, LONGEST_WORD) : text, 1, Integer::sum);
    if (words.size() > WORDS) {
      fewWords = false;
      words.clear();
    }
  }

  private static boolean looksLikeLocalPhone(String text) {
    long digits = text.chars().filter(Character::isDigit).count();
    return digits >= 6 && digits <= 15 && !text.startsWith("+") && !text.startsWith("00");
  }

  int filled() {
    return filled;
  }

  List<String> examples() {
    return List.copyOf(examples);
  }

  DateEvidence dates() {
    return dates;
  }

  /** The different cells and how often each stands there; empty when there are many. */
  Map<String, Integer> words() {
    return fewWords ? Map.copyOf(words) : Map.of();
  }

  boolean holdsEmails() {
    return filled > 0 && emails * 10 >= Math.min(filled, CLOSELY_LOOKED_AT) * 9;
  }

  boolean holdsDates() {
    return filled > 0 && dates.written() * 10 >= filled * 8;
  }

  boolean holdsStatuses() {
    return fewWords
        && !words.isEmpty()
        && words.keySet().stream().filter(word -> StatusWords.statusOf(word).isPresent()).count()
                * 10
            >= words.size() * 6L;
  }

  /** The share of numbers without country code that are real ones in the region. */
  double phonesKnownIn(String region) {
    long known =
        phonesWithoutCountry.stream().filter(text -> PhoneNumbers.isKnown(text, region)).count();
    return phonesWithoutCountry.isEmpty() ? 0 : known / (double) phonesWithoutCountry.size();
  }

  boolean hasPhonesWithoutCountry() {
    return !phonesWithoutCountry.isEmpty();
  }
}
