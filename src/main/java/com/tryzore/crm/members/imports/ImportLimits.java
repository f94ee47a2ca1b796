package com.tryzore.crm.members.imports;

/**
 * How large a list may be.
 *
 * @param bytes the most bytes a file may have
 * @param rows the most members it may hold
 */
public record ImportLimits(long bytes, int rows) {
  /** 50 MB and 200,000 members: more than the largest gym holds, and small enough for the heap. */
  public static final ImportLimits USUAL = new ImportLimits(50L * 1024 * 1024, 200_000);

  /** The most columns a table may have; real exports have at most some dozens. */
  static final int COLUMNS = 500;

  /** The most characters of one cell. More is a quotation mark that nobody closed. */
  static final int CELL_CHARACTERS = 1_000_000;
}
