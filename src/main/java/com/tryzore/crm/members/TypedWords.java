package com.tryzore.crm.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What somebody typed to find members by, as conditions on {@code client_words}. Every token must
 * be the beginning of a word of the client; the first, the longest, leads. The conditions are
 * ranges ({@code word >= 'smi' and word < 'smj'}), for under Row Level Security an index takes no
 * {@code like}.
 *
 * @param tokens as {@code members.search_tokens} gives them, longest first; empty for nothing typed
 */
record TypedWords(List<String> tokens) {

  /** Sorts after every word that begins with what stands before it. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  TypedWords {
    tokens = List.copyOf(tokens);
  }

  boolean isEmpty() {
    return tokens.isEmpty();
  }

  /**
   * The clients that answer, once each, as rows of {@code w} (word, sort_name, client_id); a client
   * is found by the first of its words that fits. Needs the parameter {@code organization}.
   */
  String from() {
    return """
        client_words w
        where w.organization_id = :organization
          and w.word >= :from0
          and w.word < :to0
          and not exists (
            select
              from client_words earlier
             where earlier.organization_id = :organization
               and earlier.client_id = w.client_id
               and earlier.word >= :from0
               and earlier.word < w.word)
        """
        + others("w.client_id", "w.word");
  }

  /**
   * The same as a condition on a column that holds a client's id, for lists in another order.
   *
   * @param client a qualified column of our own, never anything from outside
   */
  String condition(String client) {
    return IntStream.range(0, tokens.size())
        .mapToObj(i -> exists(client, i, ""))
        .collect(Collectors.joining());
  }

  /** The ends of the ranges, by the names used in the conditions. */
  Map<String, String> parameters() {
    Map<String, String> ends = new LinkedHashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      ends.put("from" + i, tokens.get(i));
      ends.put("to" + i, tokens.get(i) + LAST);
    }
    return ends;
  }

  private String others(String client, String leadingWord) {
    return IntStream.range(1, tokens.size())
        .mapToObj(i -> exists(client, i, another(i, leadingWord)))
        .collect(Collectors.joining());
  }

  /** "smith s" asks for a second word: Smith itself begins with an s, too. */
  private String another(int token, String leadingWord) {
    return tokens.getFirst().startsWith(tokens.get(token))
        ? "       and other.word <> " + leadingWord + "\n"
        : "";
  }

  private static String exists(String client, int token, String and) {
    return """
      and exists (
        select
          from client_words other
         where other.organization_id = :organization
           and other.client_id = %1$s
           and other.word >= :from%2$d
           and other.word < :to%2$d
    %3$s)
    """
        .formatted(client, token, and);
  }
}
