package com.tryzore.crm.members.imports;

/**
 * A problem and where in the row it is.
 *
 * @param problem what is wrong
 * @param field in which field; {@link ImportField#IGNORED} when it is the row as a whole
 * @param text what stands there, shortened, without control characters
 */
public record ProblemAt(RowProblem problem, ImportField field, String text) {}
