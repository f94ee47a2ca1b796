package com.tryzore.crm.members;

import java.util.Comparator;
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
 * @param words longest first; empty for nothing typed
 */
record TypedWords(List<Word> words) {

  /** Sorts after every word that begins with what stands before it. */
  static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  /** Entries of the index are counted to this number: one or two milliseconds' work. */
  static final int COUNTED = 8_000;

  /** So many standings may be looked up one by one: a few milliseconds' work. */
  static final int FEW = 2_000;

  /**
   * One token.
   *
   * @param token as {@code members.search_tokens} gives it
   * @param entries how many words of members here begin with it, counted to {@link #COUNTED}
   */
  record Word(String token, int entries) {}

  TypedWords {
    words = List.copyOf(words);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  boolean isOne() {
    return words.size() == 1;
  }

  /** Whether the words together leave few to choose from. */
  boolean areFew() {
    return words.stream().anyMatch(word -> word.entries() < FEW)
        || (words.size() > 1 && words.stream().allMatch(TypedWords::isCounted));
  }

  /** Whether all who answer can be put in order from the index of words alone. */
  boolean canBeSorted() {
    return areFew() || (isOne() && isCounted(words.getFirst()));
  }

  /** The leading token alone, on a row {@code w} of {@code client_words}. */
  String leading() {
    return fits("w", 0);
  }

  /** The other tokens, asked of each row {@code w} in turn, to follow another condition. */
  String others() {
    return IntStream.range(1, words.size())
        .mapToObj(token -> other(token, "\n             offset 0"))
        .collect(Collectors.joining());
  }

  /**
   * The conditions on a row {@code w} of {@code client_words} that are met by every word of every
   * client that answers. They need the parameter {@code organization}.
   */
  String where() {
    return leading()
        + IntStream.range(1, words.size())
            .mapToObj(token -> other(token, ""))
            .collect(Collectors.joining());
  }

  /** The same, asked of each row in turn. */
  String whereEach() {
    return leading() + others();
  }

  /** Met only by the first of a client's words that fits, to follow another condition. */
  String first() {
    return """
           and not exists (
             select
               from client_words earlier
              where earlier.organization_id = :organization
                and earlier.client_id = w.client_id
                and earlier.word >= :from0
                and earlier.word < w.word)
        """;
  }

  /**
   * Everyone who answers, once: {@code word} (the first that fits the leading token), {@code
   * sort_name}, {@code client_id}.
   */
  String answers() {
    return areFew() ? everyone() : best();
  }

  /** The same, where the first are wanted: by the index of words, in its order. */
  String best() {
    return """
        select w.word, w.sort_name, w.client_id
          from client_words w
         where %s%s"""
        .formatted(whereEach(), first());
  }

  /**
   * The same, where all are wanted in whatever order. Two frequent words are read once each and
   * compared; a rare one is read and its clients are asked for the others.
   */
  String everyone() {
    int rarest = rarest();
    return rarest == 0 || isCounted(words.getFirst())
        ? """
          select min(w.word) as word, w.sort_name, w.client_id
            from client_words w
           where %s
           group by w.sort_name, w.client_id"""
            .formatted(
                leading()
                    + IntStream.range(1, words.size())
                        .mapToObj(this::read)
                        .collect(Collectors.joining()))
        : """
          select min(w.word) as word, rare.sort_name, rare.client_id
            from (select distinct r.sort_name, r.client_id
                    from client_words r
                   where %s
                  offset 0) rare
           cross join lateral (
             select w.word
               from client_words w
              where w.client_id = rare.client_id
                and %s
             offset 0) w
           group by rare.sort_name, rare.client_id"""
            .formatted(fits("r", rarest), whereEach());
  }

  /** The ends of the ranges, by the names used in the conditions. */
  Map<String, String> parameters() {
    Map<String, String> ends = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      ends.put("from" + i, words.get(i).token());
      ends.put("to" + i, words.get(i).token() + LAST);
    }
    return ends;
  }

  private static String fits(String alias, int token) {
    return """
        %1$s.organization_id = :organization
           and %1$s.word >= :from%2$d
           and %1$s.word < :to%2$d
        """
        .formatted(alias, token);
  }

  private int rarest() {
    return IntStream.range(0, words.size())
        .boxed()
        .min(Comparator.comparingInt(token -> words.get(token).entries()))
        .orElse(0);
  }

  private static boolean isCounted(Word word) {
    return word.entries() < COUNTED;
  }

  /** All who have such a word, read at once; a hashed sub-plan, for nothing else is as even. */
  private String read(int token) {
    return isCounted(words.get(token)) && !asksForAnother(token)
        ? """
           and (w.client_id in (
             select o.client_id
               from client_words o
              where %s)) is true
        """
            .formatted(fits("o", token))
        : other(token, "\n             offset 0");
  }

  private String other(int token, String fence) {
    return """
           and exists (
             select
               from client_words other
              where other.organization_id = :organization
                and other.client_id = w.client_id
                and other.word >= :from%1$d
                and other.word < :to%1$d%2$s%3$s)
        """
        .formatted(token, asksForAnother(token) ? "\n        and other.word <> w.word" : "", fence);
  }

  /** "smith s" asks for a second word: Smith itself begins with an s, too. */
  private boolean asksForAnother(int token) {
    return words.getFirst().token().startsWith(words.get(token).token());
  }
}
