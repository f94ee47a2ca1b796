package com.tryzore.crm.members.imports;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells an e-mail address from what is none. Not the whole of RFC 5322: quoted local parts and bare
 * host names do not occur in lists of members, and mistyped addresses do.
 */
final class EmailText {
  /** RFC 3696, erratum 1690. */
  private static final int LONGEST = 254;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s@\"(),:;<>\\[\\]\\\\.\\p{Cntrl}]+(?:\\.[^\\s@\"(),:;<>\\[\\]\\\\.\\p{Cntrl}]+)*"
              + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]*[\\p{L}\\p{N}]");

  private EmailText() {}

  /** Whether the text, already trimmed, is one address. */
  static boolean isAddress(String text) {
    return text.length() <= LONGEST && text.indexOf('@') <= 64 && ADDRESS.matcher(text).matches();
  }

  /** The form in which addresses are stored and compared. */
  static String normal(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
