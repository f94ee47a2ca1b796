package com.tryzore.crm.members.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how a text is encoded, reading it once and keeping none of it.
 *
 * <p>A byte order mark decides. Without one, zero bytes at every other place mean UTF-16; text that
 * is valid UTF-8 to its end is UTF-8 (Windows-1252 text with an accent practically never is); what
 * is left is Windows-1252, unless it holds bytes that Windows-1252 does not know. UTF-8 with
 * letters of several bytes that is valid but for a last, unfinished letter was cut off.
 */
final class EncodingGuess {
  private static final int CHUNK = 64 * 1024;

  private EncodingGuess() {}

  /**
   * The encoding of the bytes.
   *
   * @param head the first bytes
   * @throws FileRefusedException when the text was cut off within a letter or is in no known
   *     encoding
   */
  static TextEncoding of(ImportSource source, byte[] head) throws IOException {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return announced(source, TextEncoding.UTF_8);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return announced(source, TextEncoding.UTF_16LE);
    }
    if (startsWith(head, 0xFE, 0xFF)) {
      return announced(source, TextEncoding.UTF_16BE);
    }
    TextEncoding wide = zerosAtEveryOtherPlace(head);
    if (wide != null) {
      return announced(source, wide);
    }
    return switch (fit(source, TextEncoding.UTF_8)) {
      case Fit.Whole whole -> TextEncoding.UTF_8;
      case Fit.CutOff cut when cut.afterWideLetters() -> throw cutOff();
      case Fit.CutOff cut -> singleBytes(source);
      case Fit.Broken broken -> singleBytes(source);
    };
  }

  private static TextEncoding announced(ImportSource source, TextEncoding encoding)
      throws IOException {
    return switch (fit(source, encoding)) {
      case Fit.Whole whole -> encoding;
      case Fit.CutOff cut -> throw cutOff();
      case Fit.Broken broken ->
          throw FileRefusedException.because(
              FileProblem.ENCODING_DOES_NOT_FIT, encoding.label(), broken.line());
    };
  }

  private static TextEncoding singleBytes(ImportSource source) throws IOException {
    if (fit(source, TextEncoding.WINDOWS_1252) instanceof Fit.Whole) {
      return TextEncoding.WINDOWS_1252;
    }
    throw FileRefusedException.because(FileProblem.ENCODING_UNKNOWN);
  }

  private static FileRefusedException cutOff() {
    return FileRefusedException.because(FileProblem.ENDS_WITHIN_A_LETTER);
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable TextEncoding zerosAtEveryOtherPlace(byte[] head) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i + 1 < head.length; i += 2) {
      even += head[i] == 0 ? 1 : 0;
      odd += head[i + 1] == 0 ? 1 : 0;
    }
    int pairs = head.length / 2;
    if (odd * 4 > pairs && even * 20 < pairs) {
      return TextEncoding.UTF_16LE;
    }
    return even * 4 > pairs && odd * 20 < pairs ? TextEncoding.UTF_16BE : null;
  }

  /** How well bytes fit an encoding. */
  private sealed interface Fit {
    record Whole() implements Fit {}

    /** All fits but the last letter, which lacks bytes. */
    record CutOff(boolean afterWideLetters) implements Fit {}

    /** A byte that cannot be, in the given line (1 is the first). */
    record Broken(int line) implements Fit {}
  }

  private static Fit fit(ImportSource source, TextEncoding encoding) throws IOException {
    CharsetDecoder decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
    CharBuffer letters = CharBuffer.allocate(CHUNK + 16);
    int line = 1;
    boolean wide = false;
    try (InputStream in = source.open()) {
      for (boolean end = false; !end; ) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        CoderResult result = decoder.decode(bytes, letters, false);
        letters.flip();
        for (int i = 0; i < letters.length(); i++) {
          char letter = letters.charAt(i);
          line += letter == '\n' ? 1 : 0;
          wide |= letter > 0x7F && letter != '\uFEFF';
        }
        letters.clear();
        if (result.isError()) {
          return new Fit.Broken(line);
        }
        bytes.compact();
      }
    }
    return bytes.position() == 0 ? new Fit.Whole() : new Fit.CutOff(wide);
  }
}
