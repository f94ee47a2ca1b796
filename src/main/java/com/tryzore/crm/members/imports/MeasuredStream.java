package com.tryzore.crm.members.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts bytes as they are read and stops at the limit, whatever size was announced. */
final class MeasuredStream extends FilterInputStream {
  private final long limit;
  private long count;

  MeasuredStream(InputStream bytes, long limit) {
    super(bytes);
    this.limit = limit;
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    counted(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    counted(Math.max(0, read));
    return read;
  }

  private void counted(int read) {
    count += read;
    if (count > limit) {
      throw FileRefusedException.because(FileProblem.TOO_LARGE, count, limit);
    }
  }
}
