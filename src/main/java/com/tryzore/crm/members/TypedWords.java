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
   * The conditions on a row {@code w} of {@code client_words} that are met by every word of every
   * client that answers. They need the parameter {@code organization}.
   */
  String where() {
    return """
        w.organization_id = :organization
           and w.word >= :from0
           and w.word < :to0
        """
        + IntStream.range(1, tokens.size()).mapToObj(this::exists).collect(Collectors.joining());
  }

  /** The same, met only by the first of a client's words that fits: so each is found once. */
  String whereFirst() {
    return where()
        + """
           and not exists (
             select
               from client_words earlier
              where earlier.organization_id = :organization
                and earlier.client_id = w.client_id
                and earlier.word >= :from0
                and earlier.word < w.word)
        """;
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

  private String exists(int token) {
    return """
           and exists (
             select
               from client_words other
              where other.organization_id = :organization
                and other.client_id = w.client_id
                and other.word >= :from%1$d
                and other.word < :to%1$d%2$s)
        """
        .formatted(token, asksForAnother(token) ? "\n        and other.word <> w.word" : "");
  }

  /** "smith s" asks for a second word: Smith itself begins with an s, too. */
  private boolean asksForAnother(int token) {
    return tokens.getFirst().startsWith(tokens.get(token));
  }
}
