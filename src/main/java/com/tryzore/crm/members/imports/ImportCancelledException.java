package com.tryzore.crm.members.imports;

/** Somebody pressed Cancel; thrown from the middle of the work so that a transaction rolls back. */
public final class ImportCancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stops the work in whose middle it is thrown. */
  public ImportCancelledException() {
    super("the import was cancelled");
  }
}
