package com.tryzore.crm.members.imports;

import java.io.IOException;
import java.io.Reader;

/**
 * The letters of a table between two frames: a byte order mark before them is left out, and after
 * them stands one more row with a single cell that no text can hold. When that row does not arrive
 * as a row of its own, a quotation mark was open at the end of the file.
 */
final class FramedReader extends Reader {
  /** A code point that Unicode sets aside for the inside of programs. */
  static final String END_MARK = "\uFDD0";

  private static final String TAIL = "\n" + END_MARK;

  private final Reader letters;
  private boolean atStart = true;
  private int tailGiven = -1;
  private boolean lastIsLineBreak = true;

  FramedReader(Reader letters) {
    this.letters = letters;
  }

  /** Whether the text itself ended with a line break; known once all was read. */
  boolean endedWithLineBreak() {
    return lastIsLineBreak;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (tailGiven >= 0) {
      return tail(target, offset, length);
    }
    int read = letters.read(target, offset, length);
    if (read < 0) {
      tailGiven = 0;
      return tail(target, offset, length);
    }
    if (atStart && read > 0) {
      atStart = false;
      if (target[offset] == '\uFEFF') {
        System.arraycopy(target, offset + 1, target, offset, read - 1);
        return read == 1 ? read(target, offset, length) : noted(target, offset, read - 1);
      }
    }
    return noted(target, offset, read);
  }

  private int noted(char[] target, int offset, int read) {
    if (read > 0) {
      char last = target[offset + read - 1];
      lastIsLineBreak = last == '\n' || last == '\r';
    }
    return read;
  }

  private int tail(char[] target, int offset, int length) {
    int left = TAIL.length() - tailGiven;
    if (left == 0) {
      return -1;
    }
    int given = Math.min(left, length);
    TAIL.getChars(tailGiven, tailGiven + given, target, offset);
    tailGiven += given;
    return given;
  }

  @Override
  public void close() throws IOException {
    letters.close();
  }
}
