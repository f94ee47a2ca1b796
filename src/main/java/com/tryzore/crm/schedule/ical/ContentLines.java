package com.tryzore.crm.schedule.ical;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, unfolded (RFC 5545, section 3.1). Of a line longer than any word a person
 * writes, such as a picture in base64, only the beginning is kept.
 */
final class ContentLines {

  /** The most characters of a line that are kept. */
  static final int MOST_KEPT = 16_384;

  private final BufferedReader reader;
  private final StringBuilder line = new StringBuilder();
  private int read;
  private int first;
  private int ahead;
  private boolean whole;

  ContentLines(BufferedReader reader) throws IOException {
    this.reader = reader;
    this.ahead = letter();
  }

  /** The text of the next line that is not blank; null at the end. */
  @Nullable String next() throws IOException {
    do {
      if (ahead < 0) {
        return null;
      }
      line.setLength(0);
      whole = true;
      first = read + 1;
      takeLine();
      while (ahead == ' ' || ahead == '\t') {
        ahead = letter();
        takeLine();
      }
    } while (line.toString().isBlank());
    return line.toString();
  }

  /** The number of the line that was read last, from 1. */
  int number() {
    return first;
  }

  /** Whether it was kept in full. */
  boolean isWhole() {
    return whole;
  }

  private void takeLine() throws IOException {
    while (ahead >= 0 && ahead != '\n') {
      if (line.length() < MOST_KEPT) {
        line.append((char) ahead);
      } else {
        whole = false;
      }
      ahead = letter();
    }
    read++;
    if (ahead == '\n') {
      ahead = letter();
    }
  }

  /** CR LF, LF and CR all end a line. */
  private int letter() throws IOException {
    int letter = reader.read();
    if (letter != '\r') {
      return letter;
    }
    reader.mark(1);
    if (reader.read() != '\n') {
      reader.reset();
    }
    return '\n';
  }
}
