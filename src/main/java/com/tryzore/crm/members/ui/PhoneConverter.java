package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.PhoneNumbers;
import com.vaadin.flow.data.binder.Result;
import com.vaadin.flow.data.binder.ValueContext;
import com.vaadin.flow.data.converter.Converter;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers between how they are written at a gym and how they are stored (E.164). A number
 * that no numbering plan knows is accepted when it is written with its country code, and when it
 * was there before.
 */
final class PhoneConverter implements Converter<String, @Nullable String> {
  private final String region;
  private @Nullable String before;

  PhoneConverter(String region) {
    this.region = region;
  }

  @Override
  public Result<@Nullable String> convertToModel(@Nullable String written, ValueContext context) {
    if (written == null || written.isBlank()) {
      return Result.ok(null);
    }
    return read(written)
        .<Result<@Nullable String>>map(Result::ok)
        .orElseGet(
            () -> Result.error(I18NProvider.translate("members.form.phone.wrong", example())));
  }

  @Override
  public String convertToPresentation(@Nullable String stored, ValueContext context) {
    before = stored;
    return stored == null ? "" : PhoneNumbers.shown(stored, region);
  }

  /** The number to store, if there is one in what was written. */
  Optional<String> read(String written) {
    if (before != null && written.strip().equals(PhoneNumbers.shown(before, region))) {
      return Optional.of(before);
    }
    if (written.isBlank()) {
      return Optional.empty();
    }
    return PhoneNumbers.read(written, region) instanceof PhoneNumbers.Phone phone
            && (!phone.unusual() || written.strip().startsWith("+"))
        ? Optional.of(phone.number())
        : Optional.empty();
  }

  /** The country whose numbers are written without a country code. */
  String region() {
    return region;
  }

  private String example() {
    return PhoneNumbers.example(region);
  }
}
