package com.tryzore.crm.members.imports;

/** A member of a list as a row for the database. */
final class MemberRows {
  private MemberRows() {}

  /** The columns that {@link ImportStatements} reads. */
  static final String COLUMNS =
      """
      (row int, id uuid, given text, family text, born date, gender text, email text, phone text,
       street text, postcode text, city text, country text, emergency text, emergency_phone text,
       medical text, number text, status text, plan text, until date, joined date, visited date)
      """;

  static JsonRows.Row write(JsonRows.Row row, MemberDraft draft) {
    return row.put("given", draft.givenName())
        .put("family", draft.familyName())
        .put("born", draft.birthDate())
        .put("gender", draft.gender() == null ? null : draft.gender().word())
        .put("email", draft.email())
        .put("phone", draft.phone())
        .put("street", draft.address().street())
        .put("postcode", draft.address().postcode())
        .put("city", draft.address().city())
        .put("country", draft.address().country())
        .put("emergency", draft.emergencyContact())
        .put("emergency_phone", draft.emergencyPhone())
        .put("medical", draft.medicalNotes())
        .put("status", draft.status().word())
        .put("plan", draft.planName())
        .put("until", draft.validUntil())
        .put("joined", draft.joinedOn())
        .put("visited", draft.lastVisitOn());
  }
}
