package com.tryzore.crm.schedule;

import java.util.List;

/**
 * What became of several marks made at once.
 *
 * @param outcome done, or why nothing was marked
 * @param marked the places that were marked; those that had changed meanwhile are not among them
 */
public record MarkedTogether(Marking outcome, List<ParticipantId> marked) {
  public MarkedTogether {
    marked = List.copyOf(marked);
  }
}
