package com.tryzore.crm.access;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.core.Parser;

/**
 * What may be sent on a bound connection: one query, and nothing that gives the session orders. A
 * text with a second statement, or one that begins with another word than a query does ({@code
 * prepare}, {@code set}, {@code discard}, {@code listen}, {@code declare}, {@code commit} …), would
 * leave something behind for whoever is bound next, or end the transaction that the binding lives
 * in.
 *
 * <p>Strings, comments and quoted names are skipped with the driver's own reading of them
 * (PostgreSQL manual, 4.1 Lexical Structure). The server is a second wall: the extended protocol
 * takes one statement at a time.
 */
final class OneQuery {
  private static final Set<String> FIRST_WORDS =
      Set.of("select", "insert", "update", "delete", "merge", "values", "with", "explain");

  /** Texts that were found good; the program has some hundreds of them. */
  private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

  private static final int REMEMBERED = 2_000;
  private static final int LONGEST_REMEMBERED = 10_000;

  private OneQuery() {}

  /**
   * Lets one query through.
   *
   * @throws SQLException with state 42601 for several statements or another kind of statement; the
   *     message never repeats the text
   */
  static void check(String sql) throws SQLException {
    if (KNOWN.contains(sql)) {
      return;
    }
    char[] text = sql.toCharArray();
    if (!FIRST_WORDS.contains(firstWord(text))) {
      throw new SQLException("A bound connection takes queries, no other statements", "42601");
    }
    // A backslash in a string reads differently under standard_conforming_strings = off: both
    // readings must be one statement.
    if (hasSemicolon(text, true) || hasSemicolon(text, false)) {
      throw new SQLException("A bound connection takes one statement at a time", "42601");
    }
    if (sql.length() <= LONGEST_REMEMBERED) {
      if (KNOWN.size() >= REMEMBERED) {
        KNOWN.clear();
      }
      KNOWN.add(sql);
    }
  }

  private static String firstWord(char[] text) {
    int start = 0;
    while (start < text.length) {
      int comment = afterComment(text, start);
      if (comment > start) {
        start = comment;
      } else if (Character.isWhitespace(text[start])) {
        start++;
      } else {
        break;
      }
    }
    int end = start;
    while (end < text.length && Parser.isIdentifierContChar(text[end])) {
      end++;
    }
    return new String(text, start, end - start).toLowerCase(Locale.ROOT);
  }

  private static int afterComment(char[] text, int at) {
    return switch (text[at]) {
      case '-' -> beyond(at, Parser.parseLineComment(text, at));
      case '/' -> beyond(at, Parser.parseBlockComment(text, at));
      default -> at;
    };
  }

  /** The driver's reader answers the last character of what it skipped, or where it stood. */
  private static int beyond(int from, int last) {
    return last > from ? last + 1 : from;
  }

  private static boolean hasSemicolon(char[] text, boolean standardStrings) {
    for (int at = 0; at < text.length; at++) {
      switch (text[at]) {
        case ';' -> {
          return true;
        }
        case '\'' -> at = Parser.parseSingleQuotes(text, at, standardStrings);
        case '"' -> at = Parser.parseDoubleQuotes(text, at);
        case '$' -> at = Parser.parseDollarQuotes(text, at);
        case '-' -> at = Parser.parseLineComment(text, at);
        case '/' -> at = Parser.parseBlockComment(text, at);
        default -> {
          // Nothing that could hide a semicolon.
        }
      }
    }
    return false;
  }
}
