package com.tryzore.crm.members.imports;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Knows files that are no tables by how they begin. */
final class ForeignFile {
  private static final Map<String, FileKind> BEGINNINGS = new LinkedHashMap<>();

  static {
    BEGINNINGS.put("25504446", FileKind.PDF);
    BEGINNINGS.put("89504e47", FileKind.IMAGE); // PNG
    BEGINNINGS.put("ffd8ff", FileKind.IMAGE); // JPEG
    BEGINNINGS.put("47494638", FileKind.IMAGE); // GIF
    BEGINNINGS.put("49492a00", FileKind.IMAGE); // TIFF
    BEGINNINGS.put("4d4d002a", FileKind.IMAGE); // TIFF
    BEGINNINGS.put("52494646", FileKind.IMAGE); // RIFF: WebP
    BEGINNINGS.put("00000018667479", FileKind.IMAGE); // HEIC
    BEGINNINGS.put("d0cf11e0", FileKind.SPREADSHEET); // the old Office container
    BEGINNINGS.put("7b5c727466", FileKind.DOCUMENT); // RTF
    BEGINNINGS.put("1f8b", FileKind.ARCHIVE); // gzip
    BEGINNINGS.put("377abcaf", FileKind.ARCHIVE); // 7z
    BEGINNINGS.put("52617221", FileKind.ARCHIVE); // RAR
  }

  private ForeignFile() {}

  /** What the bytes at the beginning of a file give away, if anything. */
  static Optional<FileKind> byFirstBytes(byte[] head) {
    String hex = HexFormat.of().formatHex(head, 0, Math.min(8, head.length));
    if (hex.startsWith("504b0304")) {
      return Optional.of(zipped(head));
    }
    return BEGINNINGS.entrySet().stream()
        .filter(known -> hex.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Office documents are archives; the names of their parts tell which. */
  private static FileKind zipped(byte[] head) {
    String names = new String(head, StandardCharsets.ISO_8859_1);
    if (names.contains("xl/") || names.contains("opendocument.spreadsheet")) {
      return FileKind.SPREADSHEET;
    }
    if (names.contains("word/") || names.contains("opendocument.text")) {
      return FileKind.DOCUMENT;
    }
    return names.contains("[Content_Types].xml") ? FileKind.SPREADSHEET : FileKind.ARCHIVE;
  }

  /** What the first letters of a text give away, if anything. */
  static Optional<FileKind> byFirstLetters(String text) {
    String start = text.stripLeading();
    String upper = start.substring(0, Math.min(30, start.length())).toUpperCase(Locale.ROOT);
    if (upper.startsWith("BEGIN:VCALENDAR")) {
      return Optional.of(FileKind.CALENDAR);
    }
    if (upper.startsWith("BEGIN:VCARD")) {
      return Optional.of(FileKind.CONTACT_CARD);
    }
    if (upper.startsWith("<")) {
      return Optional.of(FileKind.WEB_PAGE);
    }
    if (upper.startsWith("{") || upper.startsWith("[")) {
      return Optional.of(FileKind.JSON);
    }
    return mostlyControls(text) ? Optional.of(FileKind.BINARY) : Optional.empty();
  }

  /** Text has line breaks and tabs; more than a stray other control character is no text. */
  private static boolean mostlyControls(String text) {
    long controls =
        text.chars().filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r').count();
    return controls > 2 && controls * 100 > text.length();
  }
}
