package com.tryzore.crm.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What makes a password good enough, after NIST SP 800-63B: long, and not among those that everyone
 * tries first. No rule about which kinds of characters it must hold, no expiry.
 */
public final class PasswordRules {
  /** Fewest characters. */
  public static final int SHORTEST = 10;

  /** Most characters; beyond, hashing would be work without gain. */
  public static final int LONGEST = 128;

  private static final int SHORTEST_CONTEXT = 4;
  private static final Pattern DECORATION = Pattern.compile("[^\\p{L}]+");
  private static final List<String> RUNS =
      List.of(
          "01234567890123456789",
          "abcdefghijklmnopqrstuvwxyz",
          "qwertyuiopasdfghjklzxcvbnm",
          "qwertzuiopasdfghjklyxcvbnm",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
          "q1w2e3r4t5y6u7i8o9p0",
          "1q2w3e4r5t6y7u8i9o0p");

  /** What is left of the most used passwords once digits and signs are taken away. */
  private static final Set<String> COMMON =
      Set.of(
          "password",
          "passwort",
          "contraseña",
          "contrasena",
          "passw",
          "pass",
          "passpass",
          "kennwort",
          "letmein",
          "welcome",
          "willkommen",
          "bienvenido",
          "bienvenidos",
          "admin",
          "administrator",
          "login",
          "changeme",
          "secret",
          "geheim",
          "secreto",
          "default",
          "master",
          "superman",
          "batman",
          "football",
          "baseball",
          "fussball",
          "futbol",
          "basketball",
          "iloveyou",
          "ichliebedich",
          "teamo",
          "teamomucho",
          "tequiero",
          "princess",
          "prinzessin",
          "princesa",
          "sunshine",
          "monkey",
          "dragon",
          "shadow",
          "michael",
          "jordan",
          "ashley",
          "jennifer",
          "charlie",
          "trustno",
          "starwars",
          "computer",
          "internet",
          "whatever",
          "freedom",
          "summer",
          "winter",
          "spring",
          "autumn",
          "sommer",
          "herbst",
          "verano",
          "invierno",
          "january",
          "december",
          "monday",
          "friday",
          "qwerty",
          "qwertz",
          "qwert",
          "asdf",
          "asdfgh",
          "asdfghjkl",
          "zxcvbnm",
          "yxcvbnm",
          "qwe",
          "qweasd",
          "qweasdzxc",
          "qwertyuiop",
          "qwertzuiop",
          "abc",
          "abcd",
          "abcdef",
          "abcabc",
          "test",
          "testing",
          "tester",
          "testtest",
          "hallo",
          "hello",
          "hola",
          "guten",
          "gutentag",
          "schatz",
          "fitness",
          "fitnessstudio",
          "gym",
          "mygym",
          "training",
          "trainer",
          "workout",
          "muscle",
          "crossfit",
          "yoga",
          "pilates",
          "tryzore",
          "zore",
          "crm",
          "reception",
          "frontdesk",
          "empfang",
          "recepcion",
          "user",
          "username",
          "guest",
          "demo",
          "liverpool",
          "chelsea",
          "barcelona",
          "realmadrid",
          "bayern",
          "google",
          "facebook",
          "pokemon",
          "naruto",
          "killer",
          "soccer",
          "hockey",
          "flower",
          "purple",
          "orange",
          "cookie",
          "chocolate",
          "cheese",
          "banana",
          "ginger",
          "pepper",
          "buster",
          "tigger",
          "maggie",
          "mustang",
          "corvette",
          "mercedes",
          "porsche",
          "ferrari",
          "passwordpassword",
          "correcthorsebatterystaple");

  private PasswordRules() {}

  /** Why a password is not good enough; each has words of its own in the message bundles. */
  public enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    /** Among the first that anybody would try: common words, runs on the keyboard, repetitions. */
    COMMON,
    /** Holds the person's own name or address, or the gym's name. */
    PERSONAL;

    /** The end of the message key, e.g. {@code too-short}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What is wrong with a password, if anything.
   *
   * @param password as typed
   * @param personal names and addresses of the person and the gym, none of which may be most of it
   */
  public static Optional<Weakness> weakness(String password, List<String> personal) {
    String normalised = SignIn.normalised(password);
    int length = normalised.codePointCount(0, normalised.length());
    if (length < SHORTEST) {
      return Optional.of(Weakness.TOO_SHORT);
    }
    if (normalised.length() > LONGEST) {
      return Optional.of(Weakness.TOO_LONG);
    }
    String lower = normalised.toLowerCase(Locale.ROOT);
    if (isRepetitive(lower) || isRun(lower) || COMMON.contains(bare(lower))) {
      return Optional.of(Weakness.COMMON);
    }
    return isPersonal(lower, personal) ? Optional.of(Weakness.PERSONAL) : Optional.empty();
  }

  private static String bare(String lower) {
    return DECORATION.matcher(lower).replaceAll("");
  }

  private static boolean isRepetitive(String lower) {
    return lower.chars().distinct().count() < 4;
  }

  private static boolean isRun(String lower) {
    String backwards = new StringBuilder(lower).reverse().toString();
    return RUNS.stream().anyMatch(run -> run.contains(lower) || run.contains(backwards));
  }

  /** Three characters of one's own beside a name are no secret; a sentence that holds it is. */
  private static boolean isPersonal(String lower, List<String> personal) {
    return personal.stream()
        .flatMap(
            words ->
                Pattern.compile("[^\\p{L}\\p{N}]+").splitAsStream(words.toLowerCase(Locale.ROOT)))
        .filter(word -> word.length() >= SHORTEST_CONTEXT)
        .anyMatch(word -> lower.contains(word) && lower.length() - word.length() < SHORTEST);
  }
}
