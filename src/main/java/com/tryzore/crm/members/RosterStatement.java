package com.tryzore.crm.members;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.tags.TagId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A filter as SQL. Every part of the text is our own; what came from outside is a parameter. Under
 * Row Level Security an index is used only for operators that leak nothing, so each condition
 * compares a plain column with a value of the same type.
 */
final class RosterStatement {
  private static final String STANDING =
      """

          join client_organizations co
            on co.organization_id = :organization
           and co.client_id = w.client_id
      """;
  private static final String TAGGED =
      """
      exists (
             select
               from taggables t
              where t.organization_id = :organization
                and t.subject_type = 'clients'
                and t.subject_id = co.client_id
                and t.tag_id in (:tags))""";

  private final TypedWords words;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  RosterStatement(RosterFilter filter, TypedWords words, Binding binding) {
    this.words = words;
    parameters.put("organization", binding.organization().value());
    parameters.putAll(words.parameters());
    LocalDate today = LocalDate.now(binding.zone());
    if (words.isEmpty() && !filter.typed().isBlank()) {
      // No letter and no digit: that finds nobody, not everybody.
      conditions.add("false");
    }
    status(filter.statuses(), today);
    if (!filter.plans().isEmpty()) {
      where("co.plan_name in (:plans)", "plans", filter.plans());
    }
    if (!filter.tags().isEmpty()) {
      where(TAGGED, "tags", filter.tags().stream().map(TagId::value).toList());
    }
    if (filter.joinedFrom() != null) {
      where("co.joined_on >= :joinedFrom", "joinedFrom", filter.joinedFrom());
    }
    if (filter.joinedTo() != null) {
      where("co.joined_on <= :joinedTo", "joinedTo", filter.joinedTo());
    }
    filter.lastVisit().ifPresent(visit -> lastVisit(visit, today, binding.zone()));
    filter
        .endsWithin()
        .ifPresent(
            days -> {
              where("co.valid_until >= :today", "today", today);
              where("co.valid_until <= :endsBy", "endsBy", today.plusDays(days));
            });
  }

  /** Narrows it to these clients. */
  void only(Set<ClientId> clients) {
    where(
        "co.client_id = any (:only::uuid[])",
        "only",
        clients.stream().map(ClientId::value).toArray(UUID[]::new));
  }

  /** What fills the placeholders of every statement made here. */
  Map<String, Object> parameters() {
    return parameters;
  }

  /** Rows from {@code :offset} on, at most {@code :limit}. */
  String page(RosterOrder order) {
    return rows(order, "offset :offset\n         limit :limit");
  }

  /** All rows. */
  String all(RosterOrder order) {
    return rows(order, "");
  }

  /** The clients, at most {@code :limit}, in no order. */
  String clients() {
    return words.isEmpty()
        ? "select co.client_id from %s limit :limit".formatted(standings())
        : "select distinct w.client_id from %s limit :limit".formatted(found(words.where()));
  }

  /**
   * How many clients, and how many rows were looked at for it, which are no more than {@code
   * :limit}: a client is looked at once for every word that fits.
   */
  String count() {
    return words.isEmpty()
        ? "select count(*), count(*) from (select from %s limit :limit) counted"
            .formatted(standings())
        : "select count(distinct client_id), count(*) from (select w.client_id from %s limit :limit) counted"
            .formatted(found(words.where()));
  }

  /** Where counting ends. */
  int countLimit() {
    return words.isEmpty() ? RosterCount.LIMIT + 1 : RosterCount.LOOKED_AT;
  }

  /**
   * First whom the page shows, from an index alone where one has it all; then their rows. So rows
   * that are left out cost next to nothing.
   */
  private String rows(RosterOrder order, String part) {
    boolean best = order.by() == RosterOrder.By.BEST && !words.isEmpty();
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
        .formatted(
            best ? best() : sorted(order.column()),
            best
                ? "w.word, w.sort_name, w.client_id"
                : order.sql("co." + order.column(), "co.client_id"),
            part,
            best
                ? "found.word, found.sort_name, found.client_id"
                : order.sql("found." + order.column(), "found.client_id"));
  }

  private String best() {
    return "select w.word, w.sort_name, w.client_id from " + found(words.whereFirst());
  }

  private String sorted(String column) {
    return words.isEmpty()
        ? "select co.client_id, co.%s from %s".formatted(column, standings())
        : "select co.client_id, co.%s from client_words w %s where %s%s"
            .formatted(column, STANDING, words.whereFirst(), conditions());
  }

  /** From the words; the standings are looked at only when there is something to ask of them. */
  private String found(String where) {
    return "client_words w %s where %s%s"
        .formatted(conditions.isEmpty() ? "" : STANDING, where, conditions());
  }

  private String standings() {
    return "client_organizations co where co.organization_id = :organization" + conditions();
  }

  private String conditions() {
    return conditions.stream()
        .map(condition -> "\n   and " + condition)
        .collect(Collectors.joining());
  }

  private void status(Set<MemberStatus> statuses, LocalDate today) {
    if (statuses.isEmpty() || statuses.size() == MemberStatus.values().length) {
      return;
    }
    List<String> any = new ArrayList<>();
    Set<MemberStatus> plain = EnumSet.copyOf(statuses);
    boolean active = plain.remove(MemberStatus.ACTIVE);
    boolean expired = plain.remove(MemberStatus.EXPIRED);
    if (active && expired) {
      plain.add(MemberStatus.ACTIVE);
      plain.add(MemberStatus.EXPIRED);
    } else if (active) {
      any.add("co.status = 'active' and (co.valid_until is null or co.valid_until >= :today)");
    } else if (expired) {
      any.add("co.status = 'expired' or (co.status = 'active' and co.valid_until < :today)");
    }
    if (active != expired) {
      parameters.put("today", today);
    }
    if (!plain.isEmpty()) {
      any.add("co.status in (:statuses)");
      parameters.put("statuses", plain.stream().map(MemberStatus::word).toList());
    }
    conditions.add("(" + String.join(" or ", any) + ")");
  }

  private void lastVisit(LastVisit visit, LocalDate today, ZoneId zone) {
    switch (visit) {
      case LastVisit.Within within ->
          where("co.last_visit_at >= :seen", "seen", start(today.minusDays(within.days()), zone));
      case LastVisit.NotFor absent ->
          where(
              "(co.last_visit_at < :seen or co.last_visit_at is null)",
              "seen",
              start(today.minusDays(absent.days()).plusDays(1), zone));
      case LastVisit.Never() -> conditions.add("co.last_visit_at is null");
    }
  }

  private void where(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }

  private static OffsetDateTime start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toOffsetDateTime();
  }
}
