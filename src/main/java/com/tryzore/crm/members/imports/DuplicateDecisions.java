package com.tryzore.crm.members.imports;

import java.util.HashMap;
import java.util.Map;

/**
 * What becomes of possible duplicates: a rule for each kind, and rows that a person decided singly.
 *
 * @param same for rows that are likely the same person as a member of the gym
 * @param similar for rows that merely share an address or phone with one
 * @param repeated for rows that are likely the same person as an earlier row; updating means
 *     skipping there, for the earlier row is only just being imported
 * @param singly by row number
 */
public record DuplicateDecisions(
    DuplicateDecision same,
    DuplicateDecision similar,
    DuplicateDecision repeated,
    Map<Integer, DuplicateDecision> singly) {

  /** Nobody is made twice, and nobody is lost for sharing an address. */
  public static final DuplicateDecisions USUAL =
      new DuplicateDecisions(
          DuplicateDecision.SKIP, DuplicateDecision.NEW, DuplicateDecision.NEW, Map.of());

  public DuplicateDecisions {
    singly = Map.copyOf(singly);
  }

  /** One decision for every duplicate of a kind; rows decided singly stay as they are. */
  public DuplicateDecisions withAll(Duplicate.Kind kind, DuplicateDecision decision) {
    return switch (kind) {
      case SAME -> new DuplicateDecisions(decision, similar, repeated, singly);
      case SIMILAR -> new DuplicateDecisions(same, decision, repeated, singly);
      case REPEATED -> new DuplicateDecisions(same, similar, decision, singly);
    };
  }

  /** A decision for one row. */
  public DuplicateDecisions with(int row, DuplicateDecision decision) {
    Map<Integer, DuplicateDecision> all = new HashMap<>(singly);
    all.put(row, decision);
    return new DuplicateDecisions(same, similar, repeated, all);
  }

  /** The rule again for one row. */
  public DuplicateDecisions without(int row) {
    Map<Integer, DuplicateDecision> all = new HashMap<>(singly);
    all.remove(row);
    return new DuplicateDecisions(same, similar, repeated, all);
  }

  /** What the rule says for duplicates of a kind. */
  public DuplicateDecision rule(Duplicate.Kind kind) {
    return switch (kind) {
      case SAME -> same;
      case SIMILAR -> similar;
      case REPEATED -> repeated;
    };
  }

  /** What becomes of one row. */
  public DuplicateDecision of(int row, Duplicate.Kind kind) {
    DuplicateDecision decision = singly.getOrDefault(row, rule(kind));
    boolean nobodyToUpdate = kind == Duplicate.Kind.REPEATED;
    return decision == DuplicateDecision.UPDATE && nobodyToUpdate
        ? DuplicateDecision.SKIP
        : decision;
  }
}
