package com.tryzore.crm.members.imports;

import java.util.List;

/**
 * The refusal of a whole file.
 *
 * @param problem why
 * @param arguments what the sentence names, as the problem says
 */
public record FileRefusal(FileProblem problem, List<Object> arguments) {
  public FileRefusal {
    arguments = List.copyOf(arguments);
  }

  static FileRefusal of(FileProblem problem, Object... arguments) {
    return new FileRefusal(problem, List.of(arguments));
  }
}
