package com.tryzore.crm.schedule;

import org.jspecify.annotations.Nullable;

/** Whom to call for somebody in a class. Each look is in the audit trail. */
public sealed interface EmergencyContact {

  /**
   * Somebody to call.
   *
   * @param name who, if known
   * @param phone their number in E.164, if known
   * @param relation what they are to the member, if known
   */
  record Known(@Nullable String name, @Nullable String phone, @Nullable String relation)
      implements EmergencyContact {

    /** Without what is nobody's business in a log. */
    @Override
    public String toString() {
      return "Known[]";
    }
  }

  /** Nobody is on the record. */
  record Nobody() implements EmergencyContact {}

  /**
   * Another gym of the chain keeps the record; it does not travel.
   *
   * @param gym its name
   */
  record KeptElsewhere(String gym) implements EmergencyContact {}

  /** It is shown from an hour before the class until two hours after. */
  record NotNow() implements EmergencyContact {}

  /** There is no such seat any more. */
  record Unknown() implements EmergencyContact {}
}
