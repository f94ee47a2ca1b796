package com.tryzore.crm.tags;

import java.util.regex.Pattern;

/** The rules of a tag's name: {@value #LONGEST} characters at most, space only between words. */
public final class TagName {

  /** The most characters a name may have. */
  public static final int LONGEST = 60;

  private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s\\p{Cntrl}]+");

  private TagName() {}

  /** The name as it will be stored: without space around it, and with single spaces within. */
  public static String tidy(String typed) {
    return SPACE.matcher(typed).replaceAll(" ").strip();
  }

  /** Whether a tidied name can be a tag's. */
  public static boolean fits(String tidied) {
    return !tidied.isEmpty() && tidied.codePointCount(0, tidied.length()) <= LONGEST;
  }
}
