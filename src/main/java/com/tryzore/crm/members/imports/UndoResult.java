package com.tryzore.crm.members.imports;

import java.util.List;

/** What came of asking to take an import back. */
public sealed interface UndoResult {
  /** It is being taken back in the background; {@link ImportProgressed} tells how it goes. */
  record Started() implements UndoResult {}

  /** It is not done, or is being taken back already, or is not here. */
  record NotDone() implements UndoResult {}

  /**
   * None of it is taken back, for others have worked with these members since.
   *
   * @param obstacles the first of them, at most 200
   * @param total how many there are
   */
  record Refused(List<UndoObstacle> obstacles, int total) implements UndoResult {
    public Refused {
      obstacles = List.copyOf(obstacles);
    }
  }
}
