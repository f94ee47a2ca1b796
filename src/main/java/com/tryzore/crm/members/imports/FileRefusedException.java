package com.tryzore.crm.members.imports;

/**
 * A file turned out unreadable in the middle of the work; thrown so that a transaction rolls back.
 * At the engine's edge it becomes a typed result.
 */
public final class FileRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient FileRefusal refusal;

  FileRefusedException(FileRefusal refusal) {
    super(refusal.problem().name());
    this.refusal = refusal;
  }

  static FileRefusedException because(FileProblem problem, Object... arguments) {
    return new FileRefusedException(FileRefusal.of(problem, arguments));
  }

  /** Why. */
  public FileRefusal refusal() {
    return refusal;
  }
}
