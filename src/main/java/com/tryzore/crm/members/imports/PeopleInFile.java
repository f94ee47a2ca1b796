package com.tryzore.crm.members.imports;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The people that a file has named so far, by what tells them apart. Somebody is probably the same
 * person again who has the same name and shares a birth date, an e-mail address or a phone number.
 * The address alone is no proof: families share one.
 */
final class PeopleInFile {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> people = new HashMap<>();
  private final Map<String, Integer> emails = new HashMap<>();
  private boolean sharedItsEmail;

  boolean hasNumber(String memberNumber) {
    return numbers.containsKey(memberNumber);
  }

  /**
   * Takes note of a member.
   *
   * @return the earlier row of the same person, or 0
   */
  int add(int row, MemberDraft member) {
    if (member.memberNumber() != null) {
      numbers.put(member.memberNumber(), row);
    }
    String name = NameKey.of(member.givenName(), member.familyName());
    int like = 0;
    like = seen(people, name, member.birthDate(), row, like);
    like = seen(people, name, member.email(), row, like);
    like = seen(people, name, member.phone(), row, like);
    sharedItsEmail = member.email() != null && emails.putIfAbsent(member.email(), row) != null;
    return like;
  }

  private static int seen(
      Map<String, Integer> people, String name, @Nullable Object detail, int row, int like) {
    if (detail == null) {
      return like;
    }
    Integer earlier = people.putIfAbsent(name + '\n' + detail, row);
    return like == 0 && earlier != null ? earlier : like;
  }

  /** Whether the member added last has an address that an earlier one had. */
  boolean lastSharedItsEmail() {
    return sharedItsEmail;
  }
}
