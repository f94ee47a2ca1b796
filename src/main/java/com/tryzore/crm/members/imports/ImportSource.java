package com.tryzore.crm.members.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a list to import. They are read several times: to guess, to try, to import. */
public interface ImportSource {
  /** Opens the bytes from their beginning; the caller closes. */
  InputStream open() throws IOException;

  /** How many bytes there are. */
  long size();

  /** A file on disk. */
  static ImportSource ofFile(Path file) {
    return new ImportSource() {
      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public long size() {
        try {
          return Files.size(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  /** Bytes already in memory. */
  static ImportSource ofBytes(byte[] bytes) {
    return new ImportSource() {
      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public long size() {
        return bytes.length;
      }
    };
  }
}
