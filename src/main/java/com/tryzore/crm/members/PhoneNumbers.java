package com.tryzore.crm.members;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads telephone numbers as people write them and gives the one form that is stored: E.164 ({@code
 * +494217204476}) wherever the number is a real one or was written with its country.
 *
 * <p>Members must not be lost for a number that no numbering plan knows (a moved area code, {@code
 * +1 555 …}, a short extension). Such a number is kept and called unusual: with the country it was
 * written with, otherwise with the country of the region it was read in.
 */
public final class PhoneNumbers {
  /** The most digits E.164 allows is 15, country included (ITU-T E.164, section 6). */
  private static final Pattern E164 = Pattern.compile("\\+[0-9]{4,15}");

  /** A country, and a longer number in one piece. */
  private static final Pattern UNBROKEN = Pattern.compile("(\\+[0-9]{1,3} )([0-9]{7,})");

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /** What a written number came to. */
  public sealed interface Reading {}

  /**
   * A number to store.
   *
   * @param number E.164: a plus, the country code, the national number; 4 to 15 digits
   * @param unusual whether no numbering plan knows the number
   */
  public record Phone(String number, boolean unusual) implements Reading {}

  /** The text has no number in it at all. */
  public record NoNumber() implements Reading {}

  /** The digits are too few or too many to be a telephone number. */
  public record NotANumber() implements Reading {}

  /**
   * The regions (ISO 3166 codes such as {@code DE}) whose numbers can be read without a country.
   */
  public static Set<String> regions() {
    return NUMBERS.getSupportedRegions();
  }

  /**
   * Reads one written number.
   *
   * @param text what was written, not blank
   * @param region the ISO 3166 code of the country whose numbers are written without a country code
   */
  public static Reading read(String text, String region) {
    String written = text.strip();
    String digits = digitsOf(written);
    if (digits.isEmpty()) {
      return new NoNumber();
    }
    Optional<PhoneNumber> parsed = parse(written, region);
    if (parsed.isPresent() && NUMBERS.isValidNumber(parsed.get())) {
      return new Phone(NUMBERS.format(parsed.get(), PhoneNumberFormat.E164), false);
    }
    return parsed.isPresent()
        ? unusual(NUMBERS.format(parsed.get(), PhoneNumberFormat.E164))
        : firstOfSeveral(written, region, digits);
  }

  /** Two numbers in one cell ("0170 … or 0421 …"): the first that a numbering plan knows. */
  private static Reading firstOfSeveral(String written, String region, String digits) {
    Iterator<PhoneNumberMatch> found = NUMBERS.findNumbers(written, region).iterator();
    if (found.hasNext()) {
      return new Phone(NUMBERS.format(found.next().number(), PhoneNumberFormat.E164), false);
    }
    boolean withCountry = written.startsWith("+") || written.startsWith("＋");
    return withCountry ? unusual("+" + digits) : new NotANumber();
  }

  private static Reading unusual(String number) {
    return E164.matcher(number).matches() ? new Phone(number, true) : new NotANumber();
  }

  /** Whether the text, read in the region, is a number that its numbering plan knows. */
  public static boolean isKnown(String text, String region) {
    return parse(text, region).map(NUMBERS::isValidNumber).orElse(false);
  }

  /**
   * A stored number as people at a gym read it: without the country code when it is a real one of
   * the gym's own country.
   *
   * @param e164 as stored
   * @param region the gym's country, ISO 3166
   */
  public static String shown(String e164, String region) {
    return parse(e164, region).map(number -> shown(number, region)).orElse(e164);
  }

  private static String shown(PhoneNumber number, String region) {
    boolean valid = NUMBERS.isValidNumber(number);
    if (valid && number.getCountryCode() == NUMBERS.getCountryCodeForRegion(region)) {
      return NUMBERS.format(number, PhoneNumberFormat.NATIONAL);
    }
    String international = NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL);
    Matcher unbroken = UNBROKEN.matcher(international);
    return !valid && unbroken.matches()
        ? unbroken.group(1) + inThrees(unbroken.group(2))
        : international;
  }

  /** What no numbering plan knows has no groups of its own: three digits each, never one alone. */
  private static String inThrees(String digits) {
    StringBuilder grouped = new StringBuilder();
    int at = 0;
    while (digits.length() - at > 4) {
      grouped.append(digits, at, at + 3).append(' ');
      at += 3;
    }
    return grouped.append(digits, at, digits.length()).toString();
  }

  /** A number of that country (ISO 3166) as people there write it, to show how. */
  public static String example(String region) {
    PhoneNumber example = NUMBERS.getExampleNumber(region);
    return example == null ? "+49 30 123456" : NUMBERS.format(example, PhoneNumberFormat.NATIONAL);
  }

  private static Optional<PhoneNumber> parse(String written, String region) {
    try {
      return Optional.of(NUMBERS.parse(written, region));
    } catch (NumberParseException notOne) {
      return Optional.empty();
    }
  }

  private static String digitsOf(String written) {
    StringBuilder digits = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      int digit = Character.digit(written.charAt(i), 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      }
    }
    return digits.toString();
  }
}
