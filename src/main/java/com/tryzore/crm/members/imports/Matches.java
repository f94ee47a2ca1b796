package com.tryzore.crm.members.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Finds, for a batch of members from a list, whom of them the gym may have already. */
final class Matches {
  private final Map<MatchKey, List<ExistingMember>> found;

  private Matches(Map<MatchKey, List<ExistingMember>> found) {
    this.found = found;
  }

  static Matches of(Collection<ImportRow> batch, ExistingMembers existing) {
    Set<MatchKey> keys = new LinkedHashSet<>();
    for (ImportRow row : batch) {
      if (row instanceof ImportRow.Accepted accepted) {
        keys.addAll(keys(accepted.member()).values());
      }
    }
    return new Matches(keys.isEmpty() ? Map.of() : existing.find(keys));
  }

  private static Map<Match.On, MatchKey> keys(MemberDraft draft) {
    Map<Match.On, MatchKey> keys = new LinkedHashMap<>();
    if (draft.memberNumber() != null) {
      keys.put(Match.On.MEMBER_NUMBER, new MatchKey.MemberNumber(draft.memberNumber()));
    }
    if (draft.birthDate() != null) {
      keys.put(
          Match.On.NAME_AND_BIRTH_DATE,
          new MatchKey.Person(draft.givenName(), draft.familyName(), draft.birthDate()));
    }
    if (draft.email() != null) {
      keys.put(Match.On.EMAIL, new MatchKey.Email(draft.email()));
    }
    if (draft.phone() != null) {
      keys.put(Match.On.PHONE, new MatchKey.Phone(draft.phone()));
    }
    return keys;
  }

  /** The members who may be the draft, likeliest first. */
  List<Match> of(MemberDraft draft) {
    if (found.isEmpty()) {
      return List.of();
    }
    Map<UUID, Common> common = new LinkedHashMap<>();
    keys(draft)
        .forEach(
            (what, key) -> {
              for (ExistingMember member : found.getOrDefault(key, List.of())) {
                common.computeIfAbsent(member.clientId(), id -> new Common(member)).on().add(what);
              }
            });
    List<Match> matches = new ArrayList<>();
    common.values().forEach(one -> matches.add(match(draft, one.member(), one.on())));
    matches.sort(
        Comparator.comparing(Match::likely)
            .reversed()
            .thenComparing(
                match -> match.on().stream().min(Comparator.naturalOrder()).orElseThrow()));
    return matches;
  }

  /** What a draft and a member have in common. */
  private record Common(ExistingMember member, Set<Match.On> on) {
    Common(ExistingMember member) {
      this(member, EnumSet.noneOf(Match.On.class));
    }
  }

  private static Match match(MemberDraft draft, ExistingMember member, Set<Match.On> on) {
    boolean sure = on.contains(Match.On.MEMBER_NUMBER) || on.contains(Match.On.NAME_AND_BIRTH_DATE);
    boolean sameName =
        NameKey.of(draft.givenName(), draft.familyName())
            .equals(NameKey.of(member.givenName(), member.familyName()));
    return new Match(member, on, sure || sameName);
  }
}
