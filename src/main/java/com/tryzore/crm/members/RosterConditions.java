package com.tryzore.crm.members;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.members.RosterOrder.By;
import com.tryzore.crm.tags.TagId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A filter as conditions on a row {@code co} of {@code client_organizations}. Every part of the
 * text is our own; what came from outside is a parameter. Under Row Level Security an index is used
 * only for operators that leak nothing, so each condition compares a plain column with a value of
 * the same type.
 */
final class RosterConditions {
  private static final String TAGGED =
      """
      exists (
             select
               from taggables t
              where t.organization_id = :organization
                and t.subject_type = 'clients'
                and t.subject_id = co.client_id
                and t.tag_id in (:tags))""";

  private final List<String> conditions = new ArrayList<>();
  private final Map<By, List<String>> bounds = new EnumMap<>(By.class);
  private boolean onlyActive;
  private final Map<String, Object> parameters = new HashMap<>();

  RosterConditions(RosterFilter filter, Binding binding) {
    LocalDate today = LocalDate.now(binding.zone());
    status(filter.statuses(), today);
    if (!filter.plans().isEmpty()) {
      where("co.plan_name in (:plans)", "plans", filter.plans());
    }
    if (!filter.tags().isEmpty()) {
      where(TAGGED, "tags", filter.tags().stream().map(TagId::value).toList());
    }
    if (filter.joinedFrom() != null) {
      bound(By.JOINED, "co.joined_on >= :joinedFrom", "joinedFrom", filter.joinedFrom());
    }
    if (filter.joinedTo() != null) {
      bound(By.JOINED, "co.joined_on <= :joinedTo", "joinedTo", filter.joinedTo());
    }
    filter.lastVisit().ifPresent(visit -> lastVisit(visit, today, binding.zone()));
    filter
        .endsWithin()
        .ifPresent(
            days -> {
              bound(By.ENDS, "co.valid_until >= :today", "today", today);
              bound(By.ENDS, "co.valid_until <= :endsBy", "endsBy", today.plusDays(days));
            });
  }

  /** Leaves nobody. */
  void nobody() {
    conditions.add("false");
  }

  /** Narrows it to these clients. */
  void only(Set<ClientId> clients) {
    where(
        "co.client_id = any (:only::uuid[])",
        "only",
        clients.stream().map(ClientId::value).toArray(UUID[]::new));
  }

  boolean isEmpty() {
    return conditions.isEmpty();
  }

  /** What fills the placeholders, but for {@code :organization}. */
  Map<String, Object> parameters() {
    return parameters;
  }

  /** To follow another condition. */
  String and() {
    return joined(conditions);
  }

  /** All who meet them, to follow {@code from}. */
  String standings() {
    return "client_organizations co where co.organization_id = :organization" + and();
  }

  /** Of some clients those who meet them, asked one by one, to follow what names the clients. */
  String each(String clients) {
    return isEmpty()
        ? ""
        : """

           cross join lateral (
             select
               from client_organizations co
              where co.organization_id = :organization
                and co.client_id = %s.client_id%s
             offset 0) co"""
            .formatted(clients, and());
  }

  private static String joined(List<String> conditions) {
    return conditions.stream()
        .map(condition -> "\n   and " + condition)
        .collect(Collectors.joining());
  }

  /**
   * Where the first rows of an order begin and end, as far as the filter says so, to follow another
   * condition. Among the rows left out, those that meet the filter come after all that are in.
   */
  String first(RosterOrder order) {
    List<String> all = new ArrayList<>(bounds.getOrDefault(order.by(), List.of()));
    if (onlyActive && order.by() == By.ENDS && !order.descending()) {
      // Memberships without an end come last.
      all.add("co.valid_until >= :today");
    }
    return joined(all);
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
    onlyActive = active && !expired && plain.isEmpty();
    if (!plain.isEmpty()) {
      any.add("co.status in (:statuses)");
      parameters.put("statuses", plain.stream().map(MemberStatus::word).toList());
    }
    conditions.add("(" + String.join(" or ", any) + ")");
  }

  private void lastVisit(LastVisit visit, LocalDate today, ZoneId zone) {
    switch (visit) {
      case LastVisit.Within within ->
          bound(
              By.LAST_VISIT,
              "co.last_visit_at >= :seen",
              "seen",
              start(today.minusDays(within.days()), zone));
      case LastVisit.NotFor absent ->
          where(
              "(co.last_visit_at < :seen or co.last_visit_at is null)",
              "seen",
              start(today.minusDays(absent.days()).plusDays(1), zone));
      case LastVisit.Never() -> conditions.add("co.last_visit_at is null");
    }
  }

  private void bound(By by, String condition, String parameter, Object value) {
    bounds.computeIfAbsent(by, column -> new ArrayList<>()).add(condition);
    where(condition, parameter, value);
  }

  private void where(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }

  private static OffsetDateTime start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toOffsetDateTime();
  }
}
