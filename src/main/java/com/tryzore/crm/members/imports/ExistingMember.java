package com.tryzore.crm.members.imports;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member whom the gym has already, with what a person needs to tell whether it is the same. */
public record ExistingMember(
    UUID clientId,
    String memberNumber,
    String givenName,
    String familyName,
    @Nullable LocalDate birthDate) {

  /** First and last name as one. */
  public String fullName() {
    return givenName.isEmpty() ? familyName : givenName + " " + familyName;
  }
}
