package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.members.MemberHit;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What Enter does after something was typed: it names one member only when no other can be meant.
 */
sealed interface Enter {

  /** This member is meant. */
  record One(MemberHit member) implements Enter {}

  /** Several could be meant: a person chooses. */
  record Several(List<MemberHit> members) implements Enter {}

  /** Nobody is called that. */
  record Nobody() implements Enter {}

  /**
   * Decides. One answer is the one that is meant; so is the one whose number was typed, and the
   * only one whose name has every word of two or more that were typed whole ("ann lee", when the
   * others are Ann Leeds and Anna Lee).
   *
   * @param typed what was typed
   * @param hits what was found for it
   */
  static Enter on(String typed, List<MemberHit> hits) {
    String number = typed.strip();
    List<MemberHit> numbered =
        hits.stream().filter(hit -> hit.memberNumber().equalsIgnoreCase(number)).toList();
    if (numbered.size() == 1) {
      return new One(numbered.getFirst());
    }
    if (hits.size() <= 1) {
      return hits.isEmpty() ? new Nobody() : new One(hits.getFirst());
    }
    Set<String> words = words(typed);
    List<MemberHit> exact =
        hits.stream().filter(hit -> words(hit.name()).containsAll(words)).toList();
    return words.size() > 1 && exact.size() == 1
        ? new One(exact.getFirst())
        : new Several(List.copyOf(hits));
  }

  private static Set<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}|['’`´]", "")
            .toLowerCase(Locale.ROOT);
    Set<String> words = new HashSet<>(List.of(plain.split("[^\\p{L}\\p{N}]+", -1)));
    words.remove("");
    return words;
  }
}
