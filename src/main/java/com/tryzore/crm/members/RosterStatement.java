package com.tryzore.crm.members;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.members.RosterOrder.By;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A filter as SQL. Whether it is quicker to go through those who answer to the words, or through
 * everybody in the order wanted, is chosen here, by how many words begin with what was typed; where
 * that cannot be known, a way with an end is tried first.
 */
final class RosterStatement {
  private static final String STANDING =
      """

          join client_organizations co
            on co.organization_id = :organization
           and co.client_id = w.client_id
      """;

  /** So many are looked at on the first way: fewer where whole rows are read. */
  private static final String LOOKED_UP = "2000 + 20 * :offset";

  private static final String LOOKED_AT = "5000 + 20 * :offset";

  private final TypedWords words;
  private final RosterConditions conditions;
  private final UUID organization;

  RosterStatement(RosterFilter filter, TypedWords words, Binding binding) {
    this.words = words;
    this.conditions = new RosterConditions(filter, binding);
    if (words.isEmpty() && !filter.typed().isBlank()) {
      conditions.nobody(); // no letter and no digit: that finds nobody, not everybody
    }
    this.organization = binding.organization().value();
  }

  /** Narrows it to these clients. */
  void only(Set<ClientId> clients) {
    conditions.only(clients);
  }

  /** What fills the placeholders of every statement made here. */
  Map<String, Object> parameters() {
    Map<String, Object> all = new HashMap<>(words.parameters());
    all.putAll(conditions.parameters());
    all.put("organization", organization);
    return all;
  }

  /**
   * Statements for the rows from {@code :offset} on, at most {@code :limit}, to be tried in turn:
   * the first that fills the page is right, and so is the last.
   */
  List<String> page(RosterOrder order) {
    return ways(order).stream()
        .map(who -> rows(order, who, "offset :offset\n         limit :limit"))
        .toList();
  }

  private List<String> ways(RosterOrder order) {
    if (words.isEmpty()) {
      return conditions.isEmpty()
          ? List.of(everybody(order))
          : List.of(firstInOrder(order), thoseWhoFit(order));
    }
    if (words.areFew() || (isByWords(order) && words.canBeSorted())) {
      return List.of(sortedAnswers(order));
    }
    if (isBest(order)) {
      return conditions.isEmpty()
          ? List.of(words.best())
          : List.of(bestOfTheFirst(), words.isOne() ? bestOfThoseWhoFit() : allByWords());
    }
    return List.of(
        firstInOrder(order), isByWords(order) ? sortedAnswers(order) : answersInOrder(order));
  }

  /** All rows. */
  String all(RosterOrder order) {
    String who =
        isBest(order) ? allByWords() : words.isEmpty() ? everybody(order) : answersInOrder(order);
    return rows(order, who, "");
  }

  /** The clients, at most {@code :limit}, in no order. */
  String clients() {
    return words.isEmpty()
        ? "select co.client_id from %s limit :limit".formatted(conditions.standings())
        : "select distinct w.client_id from %s limit :limit".formatted(found(words.where()));
  }

  /** How many clients were counted, and whether there are more. */
  String count() {
    if (words.isEmpty()) {
      return """
          select least(count(*), %1$d), count(*) > %1$d
            from (select
                    from %2$s
                   limit %1$d + 1) counted
          """
          .formatted(
              conditions.isEmpty() ? RosterCount.LIMIT : RosterCount.FILTERED,
              conditions.standings());
    }
    if (words.areFew()) {
      return "select count(*), false from (%s) found%s"
          .formatted(words.everyone(), conditions.each("found"));
    }
    boolean oneIndex = words.isOne() && conditions.isEmpty();
    return counted(oneIndex ? RosterCount.LOOKED_AT : RosterCount.LOOKED_UP);
  }

  /** Of a number of words that fit: a client is looked at once for each. */
  private String counted(int lookedAt) {
    return """
        with looked as materialized (
          select w.client_id, w.word
            from client_words w
           where %1$s
           limit %2$d)
        select least(count(*), %3$d),
               count(*) > %3$d or (select count(*) = %2$d from looked)
          from (select distinct w.client_id
                  from looked w%4$s
                 where true%5$s) counted
        """
        .formatted(
            words.leading(), lookedAt, RosterCount.LIMIT, conditions.each("w"), words.others());
  }

  /** First whom the page shows, then their rows: rows that are left out cost next to nothing. */
  private String rows(RosterOrder order, String who, String part) {
    return """
        select co.*, c.birth_date, c.email, c.phone
          from (%s
                 order by %s
                 %s) found
          join client_organizations co
            on co.organization_id = :organization
           and co.client_id = found.client_id
          left join clients c
            on c.organization_id = :organization
           and c.id = found.client_id
         order by %s
        """
        .formatted(who, by(order, ""), part, by(order, "found."));
  }

  /** Everybody who meets the filter, as the database thinks best. */
  private String everybody(RosterOrder order) {
    return "select co.client_id, co.%s from %s".formatted(order.column(), conditions.standings());
  }

  /** All who answer, sorted by what the index of words knows, then asked for the rest in turn. */
  private String sortedAnswers(RosterOrder order) {
    return isByWords(order)
        ? """
          select found.word, found.sort_name, found.client_id
            from (%s
                   order by %s
                  offset 0) found%s"""
            .formatted(words.everyone(), by(order, ""), conditions.each("found"))
        : """
          select co.client_id, co.%1$s
            from (%2$s) found
           cross join lateral (
             select co.client_id, co.%1$s
               from client_organizations co
              where co.organization_id = :organization
                and co.client_id = found.client_id%3$s
             offset 0) co"""
            .formatted(order.column(), words.everyone(), conditions.and());
  }

  /** In the order of the words, with an end. */
  private String bestOfTheFirst() {
    return """
        select w.word, w.sort_name, w.client_id
          from (select w.word, w.sort_name, w.client_id
                  from (select w.word, w.sort_name, w.client_id
                          from client_words w
                         where %s
                         order by w.word, w.sort_name, w.client_id
                         limit %s) w%s
                 where true%s
                offset 0) w
         where true%s"""
        .formatted(words.leading(), LOOKED_UP, conditions.each("w"), words.others(), words.first());
  }

  /** Few meet the filter: they are asked for their words. */
  private String bestOfThoseWhoFit() {
    return """
        select fits.word, co.sort_name, co.client_id
          from client_organizations co
         cross join lateral (
           select min(w.word) as word
             from client_words w
            where w.client_id = co.client_id
              and %s
           offset 0) fits
         where co.organization_id = :organization
           and fits.word is not null%s"""
        .formatted(words.whereEach(), conditions.and());
  }

  /** All who meet the filter, then sorted. */
  private String thoseWhoFit(RosterOrder order) {
    return """
        select co.client_id, co.%1$s
          from (select co.client_id, co.%1$s
                  from %2$s
                offset 0) co"""
        .formatted(order.column(), conditions.standings());
  }

  /** In the order wanted, with an end: everybody is asked. */
  private String firstInOrder(RosterOrder order) {
    return """
        select co.client_id, co.%s
          from (select co.*
                  from client_organizations co
                 where co.organization_id = :organization%s
                 order by %s
                 limit %s) co
         where true%s%s"""
        .formatted(
            order.column(),
            conditions.first(order),
            by(order, "co."),
            conditions.isEmpty() ? LOOKED_AT : LOOKED_UP,
            answer(),
            conditions.and());
  }

  private String answer() {
    return words.isEmpty()
        ? ""
        : """

           and exists (
             select
               from client_words w
              where w.client_id = co.client_id
                and %s
             offset 0)"""
            .formatted(words.whereEach());
  }

  private String allByWords() {
    return "select w.word, w.sort_name, w.client_id from " + found(words.where() + words.first());
  }

  private String answersInOrder(RosterOrder order) {
    return "select co.client_id, co.%s from client_words w %s where %s%s%s"
        .formatted(order.column(), STANDING, words.where(), words.first(), conditions.and());
  }

  /** From the words; the standings are looked at only when there is something to ask of them. */
  private String found(String where) {
    return "client_words w %s where %s%s"
        .formatted(conditions.isEmpty() ? "" : STANDING, where, conditions.and());
  }

  private boolean isBest(RosterOrder order) {
    return order.by() == By.BEST && !words.isEmpty();
  }

  /** Whether the index of words knows what it is sorted by. */
  private boolean isByWords(RosterOrder order) {
    return order.by() == By.BEST || order.by() == By.NAME;
  }

  private String by(RosterOrder order, String table) {
    return isBest(order)
        ? "%1$sword, %1$ssort_name, %1$sclient_id".formatted(table)
        : order.sql(table + order.column(), table + "client_id");
  }
}
