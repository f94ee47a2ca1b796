package com.tryzore.crm.memberships;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The credits of a membership as the sum of its lines, the oldest first. The balance is what the
 * lines make; guests are counted apart.
 */
public record CreditStory(List<CreditLine> lines) {

  /** A line with the balance after it. */
  public record Step(CreditLine line, int balance) {}

  public CreditStory {
    lines = List.copyOf(lines);
  }

  /** Each line with the balance after it. */
  public List<Step> steps() {
    Set<UsageId> guests = new HashSet<>();
    List<Step> steps = new ArrayList<>();
    int balance = 0;
    for (CreditLine line : lines) {
      boolean guest =
          line.aboutGuests() || (line.reverses() != null && guests.contains(line.reverses()));
      if (guest) {
        guests.add(line.id());
      } else {
        balance += line.quantity();
      }
      steps.add(new Step(line, balance));
    }
    return steps;
  }

  /** What is left of all lots. */
  public int balance() {
    List<Step> steps = steps();
    return steps.isEmpty() ? 0 : steps.getLast().balance();
  }
}
