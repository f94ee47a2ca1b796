package com.tryzore.crm.members.imports;

/**
 * What a person decided about a file.
 *
 * @param mapping what it means
 * @param decisions what becomes of possible duplicates
 */
public record ImportPlan(ImportMapping mapping, DuplicateDecisions decisions) {
  /** A mapping with the usual decisions. */
  public static ImportPlan of(ImportMapping mapping) {
    return new ImportPlan(mapping, DuplicateDecisions.USUAL);
  }
}
