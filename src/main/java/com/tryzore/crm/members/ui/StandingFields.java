package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.members.StandingData;
import com.tryzore.crm.ui.DayField;
import com.tryzore.crm.ui.FormDialog;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The fields of a {@link StandingData}, their rules, and the record that comes of them. */
final class StandingFields {
  private static final Pattern NUMBER = Pattern.compile("[^\\s\\p{Cntrl}]+( [^\\s\\p{Cntrl}]+)*");

  final TextField memberNumber = new TextField(words("memberNumber"));
  final Select<MemberStatus> status = new Select<>();
  final TextField planName = new TextField(words("planName"));
  final DayField validUntil = new DayField(words("validUntil"));
  final DayField joinedOn = new DayField(words("joinedOn"));

  private final Binder<StandingData> binder = new Binder<>(StandingData.class);

  /**
   * Empty fields.
   *
   * @param numberIsGiven whether a member without a number gets the next one
   * @param isFree whether nobody else has a number
   */
  StandingFields(boolean numberIsGiven, Predicate<String> isFree) {
    memberNumber.setMaxLength(40);
    memberNumber.setAutocomplete(Autocomplete.OFF);
    if (numberIsGiven) {
      memberNumber.setPlaceholder(words("memberNumber.given"));
    } else {
      memberNumber.setRequiredIndicatorVisible(true);
    }
    planName.setMaxLength(200);
    planName.setAutocomplete(Autocomplete.OFF);
    validUntil.setHelperText(words("validUntil.help"));
    status.setLabel(words("status"));
    status.setItems(MemberStatus.values());
    status.setItemLabelGenerator(one -> one == null ? "" : StatusLook.words(one));
    bind(numberIsGiven, isFree);
  }

  private void bind(boolean numberIsGiven, Predicate<String> isFree) {
    binder
        .forField(memberNumber)
        .withNullRepresentation("")
        .withValidator(
            number -> numberIsGiven || (number != null && !number.isBlank()),
            words("memberNumber.missing"))
        .withValidator(
            number ->
                number == null || number.isBlank() || NUMBER.matcher(number.strip()).matches(),
            words("memberNumber.wrong"))
        .withValidator(
            number -> number == null || number.isBlank() || isFree.test(number.strip()),
            words("memberNumber.taken"))
        .bind("memberNumber");
    binder.forField(status).bind("status"); // the list has no empty line
    binder.forField(planName).withNullRepresentation("").bind("planName");
    binder
        .forField(validUntil)
        .withValidator(
            last ->
                last == null || joinedOn.getValue() == null || !last.isBefore(joinedOn.getValue()),
            words("validUntil.early"))
        .bind("validUntil");
    binder.forField(joinedOn).bind("joinedOn");
  }

  /** Fills the fields. */
  void read(StandingData data) {
    binder.readRecord(data);
  }

  /** The record, or the first field that is wrong gets the focus and says so. */
  Optional<StandingData> write() {
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

  /** Says beside the field that somebody else was faster. */
  void numberTaken() {
    memberNumber.setErrorMessage(words("memberNumber.taken"));
    memberNumber.setInvalid(true);
    memberNumber.focus();
  }

  /** Whether something was typed since the fields were filled. */
  boolean changed() {
    return binder.hasChanges();
  }

  void addTo(FormDialog form) {
    form.fields(status, memberNumber).wide(planName).fields(joinedOn, validUntil);
  }

  private static String words(String component) {
    return I18NProvider.translate("members.form." + component);
  }
}
