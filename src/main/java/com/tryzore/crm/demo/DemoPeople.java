package com.tryzore.crm.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.springframework.core.io.ClassPathResource;

/** The people of the demo, always the same ones. */
final class DemoPeople {

  /** A given and a family name. */
  record Name(String given, String family) {

    /** An address at a domain reserved for examples (RFC 2606). */
    String email(int number) {
      String plain =
          Normalizer.normalize(given + "." + family, Normalizer.Form.NFKD)
              .replaceAll("[^A-Za-z.]", "")
              .toLowerCase(Locale.ROOT);
      return plain + number + "@example.com";
    }
  }

  private final List<Name> names;

  DemoPeople() {
    try {
      names =
          new ClassPathResource("db-migrations/demo/people.txt")
              .getContentAsString(StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> new Name(before(line), line.substring(before(line).length() + 1)))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String before(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  /** So many people, beginning somewhere in the list. */
  List<Name> some(int from, int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> names.get((from + i) % names.size()))
        .toList();
  }

  /** A believable birth date of someone between 16 and 76. */
  static LocalDate birthDate(RandomGenerator random, LocalDate today) {
    return today.minusYears(16).minusDays(random.nextInt(60 * 365));
  }
}
