package com.tryzore.crm.members;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the gym knows about a client, medical notes aside. Immutable, and bound straight to the
 * form. Text is kept without space around it; blank text is none.
 *
 * @param givenName may be empty for someone with one name
 * @param familyName what the roster sorts by
 * @param birthDate the day of birth
 * @param gender as far as known
 * @param email in lower case; several clients may share one
 * @param phone E.164, e.g. {@code +494217204476}
 * @param street street and house number
 * @param postalCode as the country writes it
 * @param city the town
 * @param country an ISO 3166 code, or a name as an import found it
 * @param emergencyName whom to call when something happens
 * @param emergencyPhone E.164
 * @param emergencyRelation who that is to the client
 * @param language BCP 47 tag of the language to write in; none for the gym's own
 * @param contactChannel how to reach them first
 * @param marketingConsent whether they agreed to be sent offers
 */
public record ClientData(
    String givenName,
    String familyName,
    @Nullable LocalDate birthDate,
    @Nullable Gender gender,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String street,
    @Nullable String postalCode,
    @Nullable String city,
    @Nullable String country,
    @Nullable String emergencyName,
    @Nullable String emergencyPhone,
    @Nullable String emergencyRelation,
    @Nullable String language,
    @Nullable ContactChannel contactChannel,
    boolean marketingConsent) {

  public ClientData {
    givenName = Objects.requireNonNullElse(givenName, "").strip();
    familyName = Objects.requireNonNullElse(familyName, "").strip();
    email = tidy(email);
    email = email == null ? null : email.toLowerCase(Locale.ROOT);
    phone = tidy(phone);
    street = tidy(street);
    postalCode = tidy(postalCode);
    city = tidy(city);
    country = tidy(country);
    emergencyName = tidy(emergencyName);
    emergencyPhone = tidy(emergencyPhone);
    emergencyRelation = tidy(emergencyRelation);
    language = tidy(language);
  }

  /** A client of whom only the name is known. */
  public static ClientData named(String givenName, String familyName) {
    return new ClientData(
        givenName,
        familyName,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        false);
  }

  /** The same, born on that day. */
  public ClientData born(@Nullable LocalDate date, @Nullable Gender as) {
    return new ClientData(
        givenName,
        familyName,
        date,
        as,
        email,
        phone,
        street,
        postalCode,
        city,
        country,
        emergencyName,
        emergencyPhone,
        emergencyRelation,
        language,
        contactChannel,
        marketingConsent);
  }

  /** The same, reached at this address and at this number (E.164). */
  public ClientData reachedAt(@Nullable String address, @Nullable String number) {
    return new ClientData(
        givenName,
        familyName,
        birthDate,
        gender,
        address,
        number,
        street,
        postalCode,
        city,
        country,
        emergencyName,
        emergencyPhone,
        emergencyRelation,
        language,
        contactChannel,
        marketingConsent);
  }

  /** The same, living there. */
  public ClientData livingAt(
      @Nullable String road, @Nullable String code, @Nullable String town, @Nullable String land) {
    return new ClientData(
        givenName,
        familyName,
        birthDate,
        gender,
        email,
        phone,
        road,
        code,
        town,
        land,
        emergencyName,
        emergencyPhone,
        emergencyRelation,
        language,
        contactChannel,
        marketingConsent);
  }

  /** The same, with somebody to call (E.164) when something happens. */
  public ClientData inEmergency(
      @Nullable String name, @Nullable String number, @Nullable String relation) {
    return new ClientData(
        givenName,
        familyName,
        birthDate,
        gender,
        email,
        phone,
        street,
        postalCode,
        city,
        country,
        name,
        number,
        relation,
        language,
        contactChannel,
        marketingConsent);
  }

  /** The same, with these wishes. */
  public ClientData preferring(
      @Nullable String tongue, @Nullable ContactChannel channel, boolean offers) {
    return new ClientData(
        givenName,
        familyName,
        birthDate,
        gender,
        email,
        phone,
        street,
        postalCode,
        city,
        country,
        emergencyName,
        emergencyPhone,
        emergencyRelation,
        tongue,
        channel,
        offers);
  }

  /** Given and family name as one. */
  public String fullName() {
    return givenName.isEmpty() ? familyName : givenName + " " + familyName;
  }

  static @Nullable String tidy(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
