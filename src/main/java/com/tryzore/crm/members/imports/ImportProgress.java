package com.tryzore.crm.members.imports;

/**
 * Where long work stands, told to whoever waits; and the way to stop it. Called from the worker.
 */
public interface ImportProgress {
  /** Nobody waits, nothing stops. */
  ImportProgress UNWATCHED = (rows, bytes, totalBytes) -> true;

  /**
   * Tells how far the work is, about every thousand rows and at the end.
   *
   * @param rows members read so far
   * @param bytes bytes of the file read so far
   * @param totalBytes bytes of the whole file
   * @return whether to go on; false cancels
   */
  boolean goOn(long rows, long bytes, long totalBytes);
}
