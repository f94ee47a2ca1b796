package com.tryzore.crm.members.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The ways the letters of a list may be written as bytes. A byte order mark is no part of them. */
public enum TextEncoding {
  UTF_8(StandardCharsets.UTF_8, "UTF-8"),
  UTF_16LE(StandardCharsets.UTF_16LE, "UTF-16 (little-endian)"),
  UTF_16BE(StandardCharsets.UTF_16BE, "UTF-16 (big-endian)"),
  WINDOWS_1252(Charset.forName("windows-1252"), "Windows-1252");

  private final Charset charset;
  private final String label;

  TextEncoding(Charset charset, String label) {
    this.charset = charset;
    this.label = label;
  }

  /** The Java charset. */
  public Charset charset() {
    return charset;
  }

  /** Its name, the same in every language. */
  public String label() {
    return label;
  }
}
