package com.tryzore.crm.members.imports;

import com.tryzore.crm.members.Gender;
import com.tryzore.crm.members.MemberStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member as a row of the list describes one: trimmed, checked, phones and addresses in the form
 * in which they are stored.
 *
 * @param memberNumber the gym's own number, if the list has one
 * @param givenName may be empty
 * @param phone E.164
 * @param statusGiven whether the list names the status; otherwise it is the one for blank cells
 * @param planName what the list calls the plan; no plan of ours need be called so
 * @param validUntil the last day of the membership; absent when it has no end
 * @param tags different from one another, in the list's order
 */
public record MemberDraft(
    @Nullable String memberNumber,
    String givenName,
    String familyName,
    @Nullable String email,
    @Nullable String phone,
    @Nullable LocalDate birthDate,
    @Nullable Gender gender,
    PostalAddress address,
    @Nullable LocalDate joinedOn,
    MemberStatus status,
    boolean statusGiven,
    @Nullable String planName,
    @Nullable LocalDate validUntil,
    @Nullable LocalDate lastVisitOn,
    @Nullable String emergencyContact,
    @Nullable String emergencyPhone,
    @Nullable String medicalNotes,
    @Nullable String notes,
    List<String> tags) {

  public MemberDraft {
    tags = List.copyOf(tags);
  }

  /** First and last name as one. */
  public String fullName() {
    return givenName.isEmpty() ? familyName : givenName + " " + familyName;
  }

  /** Where a member lives, as far as the list says. */
  public record PostalAddress(
      @Nullable String street,
      @Nullable String postcode,
      @Nullable String city,
      @Nullable String country) {
    /** Whether the list says nothing. */
    public boolean isEmpty() {
      return street == null && postcode == null && city == null && country == null;
    }
  }
}
