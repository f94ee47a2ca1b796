package com.tryzore.crm.members.imports;

import java.time.LocalDate;

/** What a member of a list and a member of the gym may have in common. */
public sealed interface MatchKey {
  /** The gym's own number. */
  record MemberNumber(String value) implements MatchKey {}

  /** An e-mail address in lower case. */
  record Email(String address) implements MatchKey {}

  /** A phone number in E.164. */
  record Phone(String number) implements MatchKey {}

  /** Name and birth date; names are compared without case and accents. */
  record Person(String givenName, String familyName, LocalDate birthDate) implements MatchKey {}
}
