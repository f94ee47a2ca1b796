package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.ClientData;
import com.tryzore.crm.members.ContactChannel;
import com.tryzore.crm.members.Gender;
import com.tryzore.crm.ui.DayField;
import com.tryzore.crm.ui.FormDialog;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The fields of a {@link ClientData}, their rules, and the record that comes of them. */
final class ClientFields {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final int TYPING_PAUSE = 350;

  final TextField givenName = text("givenName", 100);
  final TextField familyName = text("familyName", 100);
  final DayField birthDate = new DayField(words("birthDate")).around(LocalDate.of(1990, 1, 1));
  final Select<Gender> gender = new Select<>();
  final TextField email = text("email", 254);
  final TextField phone = text("phone", 40);
  final TextField street = text("street", 200);
  final TextField postalCode = text("postalCode", 20);
  final TextField city = text("city", 100);
  final ComboBox<String> country = new ComboBox<>(words("country"));
  final TextField emergencyName = text("emergencyName", 200);
  final TextField emergencyPhone = text("emergencyPhone", 40);
  final TextField emergencyRelation = text("emergencyRelation", 100);
  final ComboBox<String> language = new ComboBox<>(words("language"));
  final Select<ContactChannel> contactChannel = new Select<>();
  final Checkbox marketingConsent = new Checkbox(words("marketingConsent"));

  private final Binder<ClientData> binder = new Binder<>(ClientData.class);
  private final PhoneConverter phones;
  private final LocalDate today;
  private ClientData read = ClientData.named("", "");

  /**
   * Empty fields.
   *
   * @param today the day at the gym
   * @param region the country whose telephone numbers are written without a country code
   */
  ClientFields(LocalDate today, String region, FieldWords words) {
    this.today = today;
    this.phones = new PhoneConverter(region);
    gender.setLabel(words("gender"));
    gender.setItems(Gender.values());
    gender.setEmptySelectionAllowed(true);
    gender.setItemLabelGenerator(one -> one == null ? "" : words.value("gender", one));
    contactChannel.setLabel(words("contactChannel"));
    contactChannel.setItems(ContactChannel.values());
    contactChannel.setEmptySelectionAllowed(true);
    contactChannel.setItemLabelGenerator(
        one -> one == null ? "" : words.value("contactChannel", one));
    country.setItems(words.sorted(Arrays.stream(Locale.getISOCountries()), words::country));
    country.setItemLabelGenerator(words::country);
    country.setAllowCustomValue(true);
    country.addCustomValueSetListener(typed -> country.setValue(typed.getDetail()));
    language.setItems(
        words.sorted(
            Arrays.stream(Locale.getISOLanguages()).filter(code -> code.length() == 2),
            words::language));
    language.setItemLabelGenerator(words::language);
    for (TextField one : List.of(phone, emergencyPhone)) {
      one.getElement().setAttribute("inputmode", "tel");
    }
    email.getElement().setAttribute("inputmode", "email");
    familyName.setRequiredIndicatorVisible(true);
    bind();
  }

  private void bind() {
    binder.forField(givenName).bind("givenName");
    binder
        .forField(familyName)
        .withValidator(
            name -> !name.isBlank(), I18NProvider.translate("members.form.familyName.missing"))
        .bind("familyName");
    binder
        .forField(birthDate)
        .withValidator(
            born -> born == null || !born.isAfter(today),
            I18NProvider.translate("members.form.birthDate.future"))
        .withValidator(
            born -> born == null || !born.isBefore(EARLIEST),
            I18NProvider.translate("members.form.birthDate.early"))
        .bind("birthDate");
    binder.forField(gender).bind("gender");
    binder.forField(email).withNullRepresentation("").withValidator(address()).bind("email");
    binder.forField(phone).withConverter(phones).bind("phone");
    optional(street, "street");
    optional(postalCode, "postalCode");
    optional(city, "city");
    binder.forField(country).bind("country");
    optional(emergencyName, "emergencyName");
    binder
        .forField(emergencyPhone)
        .withConverter(new PhoneConverter(phones.region()))
        .bind("emergencyPhone");
    optional(emergencyRelation, "emergencyRelation");
    binder.forField(language).bind("language");
    binder.forField(contactChannel).bind("contactChannel");
    binder.forField(marketingConsent).bind("marketingConsent");
  }

  private void optional(TextField field, String component) {
    binder.forField(field).withNullRepresentation("").bind(component);
  }

  /** What was there before is never called wrong: an import may have known better. */
  private Validator<String> address() {
    return (typed, context) ->
        typed == null
                || typed.isBlank()
                || typed.strip().equalsIgnoreCase(read.email())
                || EMAIL.matcher(typed.strip()).matches()
            ? ValidationResult.ok()
            : ValidationResult.error(I18NProvider.translate("members.form.email.wrong"));
  }

  /** Fills the fields. */
  void read(ClientData data) {
    read = data;
    binder.readRecord(data);
  }

  /** The record, or the first field that is wrong gets the focus and says so. */
  Optional<ClientData> write() {
    try {
      return Optional.of(binder.writeRecord());
    } catch (ValidationException wrong) {
      wrong.getFieldValidationErrors().stream()
          .map(BindingValidationStatus::getField)
          .findFirst()
          .ifPresent(
              field -> {
                if (field instanceof Focusable<?> focusable) {
                  focusable.focus();
                }
              });
      return Optional.empty();
    }
  }

  /** Whether something was typed since the fields were filled. */
  boolean changed() {
    return binder.hasChanges();
  }

  /** As much of a record as what was typed so far gives, right or not. */
  ClientData soFar() {
    String address = email.getValue().strip();
    return ClientData.named(givenName.getValue(), familyName.getValue())
        .born(birthDate.getValue(), null)
        .reachedAt(
            EMAIL.matcher(address).matches() ? address : null,
            phones.read(phone.getValue()).orElse(null));
  }

  /** Runs whenever something by which a person is recognised was typed. */
  void onIdentity(Runnable listener) {
    for (TextField one : List.of(givenName, familyName, email, phone)) {
      one.setValueChangeMode(ValueChangeMode.LAZY);
      one.setValueChangeTimeout(TYPING_PAUSE);
    }
    Stream.<HasValue<?, ?>>of(givenName, familyName, birthDate, email, phone)
        .forEach(one -> one.addValueChangeListener(change -> listener.run()));
  }

  /** Who it is, and how to reach them. */
  void addPersonTo(FormDialog form) {
    form.fields(givenName, familyName, birthDate, gender, email, phone);
  }

  /** Everything else, under headings. */
  void addDetailsTo(FormDialog form) {
    form.wide(heading("address"), street).fields(postalCode, city).wide(country);
    form.wide(heading("emergency")).fields(emergencyName, emergencyPhone).wide(emergencyRelation);
    form.wide(heading("preferences")).fields(language, contactChannel).wide(marketingConsent);
  }

  static H3 heading(String part) {
    return new H3(I18NProvider.translate("members.form.part." + part));
  }

  private static TextField text(String component, int longest) {
    TextField field = new TextField(words(component));
    field.setMaxLength(longest);
    field.setAutocomplete(Autocomplete.OFF);
    return field;
  }

  private static String words(String component) {
    return I18NProvider.translate("members.form." + component);
  }
}
