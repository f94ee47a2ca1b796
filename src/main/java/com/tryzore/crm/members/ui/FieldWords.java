package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.ContactChannel;
import com.tryzore.crm.members.Gender;
import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.members.NoteKind;
import com.tryzore.crm.members.PhoneNumbers;
import com.tryzore.crm.ui.Formats;
import com.vaadin.flow.i18n.I18NProvider;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the fields of a member's records are called and written, for one reader at one gym. */
final class FieldWords implements ConflictDialog.Words {
  private final Locale reader;
  private final Formats formats;
  private final String region;

  FieldWords(Locale reader, Formats formats, String region) {
    this.reader = reader;
    this.formats = formats;
    this.region = region;
  }

  /** The label of a record component. */
  @Override
  public String label(String field) {
    return I18NProvider.translate("members.form." + field);
  }

  /** A value as a person reads it; a dash for none. */
  @Override
  public String value(String field, @Nullable Object value) {
    return switch (value) {
      case null -> I18NProvider.translate("members.form.none");
      case LocalDate date -> formats.date(date);
      case Gender gender -> I18NProvider.translate("members.gender." + gender.word());
      case ContactChannel channel -> I18NProvider.translate("members.channel." + channel.word());
      case MemberStatus status -> StatusLook.words(status);
      case NoteKind kind -> I18NProvider.translate("members.note.kind." + kind.word());
      case Boolean yes -> I18NProvider.translate(yes ? "members.form.yes" : "members.form.no");
      case String text -> text(field, text);
      default -> value.toString();
    };
  }

  private String text(String field, String text) {
    if (text.isEmpty()) {
      return I18NProvider.translate("members.form.none");
    }
    return switch (field) {
      case "phone", "emergencyPhone" -> PhoneNumbers.shown(text, region);
      case "language" -> language(text);
      case "country" -> country(text);
      default -> text;
    };
  }

  /** Codes in the order of their names, as the reader's language sorts. */
  List<String> sorted(Stream<String> codes, UnaryOperator<String> name) {
    return codes.sorted(Comparator.comparing(name, Collator.getInstance(reader)::compare)).toList();
  }

  /** The name of a language tag. */
  String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(reader);
  }

  /** The name of an ISO 3166 code; anything else as it stands. */
  String country(String code) {
    return code.matches("[A-Z]{2}") ? Locale.of("", code).getDisplayCountry(reader) : code;
  }
}
