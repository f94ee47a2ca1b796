package com.tryzore.crm.members.imports;

import com.tryzore.crm.members.MemberStatus;
import java.util.Map;
import java.util.Optional;

/** What the standing of a member is called in English, German and Spanish. */
final class StatusWords {
  private static final Map<String, MemberStatus> STATUSES =
      WordKeys.read("statuses.properties", MemberStatus::valueOf, WordKeys::plain);

  private StatusWords() {}

  static Optional<MemberStatus> statusOf(String word) {
    return Optional.ofNullable(STATUSES.get(WordKeys.plain(word)));
  }
}
