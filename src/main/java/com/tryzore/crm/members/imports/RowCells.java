package com.tryzore.crm.members.imports;

import com.tryzore.crm.members.PhoneNumbers;
import com.tryzore.crm.members.SafeCsvWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of one row by field; reading one notes what is wrong with it. */
final class RowCells {
  /** The first year a birth may have; the database holds the same line. */
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);

  private static final LocalDate FIRST_DAY = LocalDate.of(1950, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

  private final Map<ImportField, Integer> columns;
  private final ImportMapping mapping;
  private final ImportContext context;
  private final List<String> cells;
  private final List<ProblemAt> problems = new ArrayList<>();
  private final Set<RowWarning> warnings = EnumSet.noneOf(RowWarning.class);

  RowCells(
      Map<ImportField, Integer> columns,
      ImportMapping mapping,
      ImportContext context,
      List<String> cells) {
    this.columns = columns;
    this.mapping = mapping;
    this.context = context;
    this.cells = cells;
  }

  List<ProblemAt> problems() {
    return problems;
  }

  Set<RowWarning> warnings() {
    return warnings;
  }

  void warn(RowWarning warning) {
    warnings.add(warning);
  }

  void refuse(RowProblem problem, ImportField field, String text) {
    problems.add(new ProblemAt(problem, field, CleanText.excerpt(text)));
  }

  /** The cell as it stands in the file, but for an apostrophe that guards a formula. */
  String raw(ImportField field) {
    Integer column = columns.get(field);
    return column == null || column >= cells.size()
        ? ""
        : SafeCsvWriter.unescape(cells.get(column));
  }

  /** One line of text, empty when the cell is blank or refused. */
  String line(ImportField field, int longest, RowProblem whenLonger) {
    return checked(field, CleanText.line(raw(field)), longest, whenLonger);
  }

  @Nullable String optionalLine(ImportField field, int longest) {
    String text = line(field, longest, RowProblem.TEXT_TOO_LONG);
    return text.isEmpty() ? null : text;
  }

  @Nullable String optionalLines(ImportField field, int longest) {
    String text = checked(field, CleanText.lines(raw(field)), longest, RowProblem.TEXT_TOO_LONG);
    return text.isEmpty() ? null : text;
  }

  private String checked(ImportField field, String text, int longest, RowProblem whenLonger) {
    if (text.length() > longest) {
      refuse(whenLonger, field, text);
      return "";
    }
    if (CleanText.hasControls(text)) {
      refuse(RowProblem.CONTROL_CHARACTER, field, text);
      return "";
    }
    return text;
  }

  @Nullable String email() {
    String text = CleanText.line(raw(ImportField.EMAIL));
    if (text.isEmpty()) {
      return null;
    }
    if (!EmailText.isAddress(text)) {
      refuse(RowProblem.EMAIL_NOT_AN_ADDRESS, ImportField.EMAIL, text);
      return null;
    }
    return EmailText.normal(text);
  }

  @Nullable String phone(ImportField field) {
    String text = CleanText.line(raw(field));
    if (text.isEmpty()) {
      return null;
    }
    return switch (PhoneNumbers.read(text, mapping.region())) {
      case PhoneNumbers.Phone phone -> {
        if (phone.unusual()) {
          warn(RowWarning.UNUSUAL_PHONE);
        }
        yield phone.number();
      }
      case PhoneNumbers.NoNumber none -> {
        refuse(RowProblem.PHONE_WITHOUT_DIGITS, field, text);
        yield null;
      }
      case PhoneNumbers.NotANumber none -> {
        refuse(RowProblem.PHONE_NOT_A_NUMBER, field, text);
        yield null;
      }
    };
  }

  @Nullable LocalDate birthDate() {
    LocalDate born = date(ImportField.BIRTH_DATE, context.today().getYear() - 1, FIRST_BIRTH);
    if (born != null && born.isAfter(context.today())) {
      refuse(RowProblem.BORN_IN_THE_FUTURE, ImportField.BIRTH_DATE, raw(ImportField.BIRTH_DATE));
      return null;
    }
    return born;
  }

  @Nullable LocalDate day(ImportField field) {
    return date(field, context.today().getYear() + 20, FIRST_DAY);
  }

  private @Nullable LocalDate date(ImportField field, int latestYear, LocalDate first) {
    Integer column = columns.get(field);
    if (column == null) {
      return null;
    }
    String text = raw(field);
    return switch (DateText.read(text, mapping.columns().get(column).dateOrder(), latestYear)) {
      case DateText.None none -> null;
      case DateText.Unreadable unreadable -> {
        refuse(RowProblem.DATE_UNREADABLE, field, text);
        yield null;
      }
      case DateText.Impossible impossible -> {
        refuse(RowProblem.DATE_DOES_NOT_EXIST, field, text);
        yield null;
      }
      case DateText.Date read -> {
        if (read.date().isBefore(first) || read.date().isAfter(LAST_DAY)) {
          refuse(RowProblem.DATE_OUT_OF_RANGE, field, text);
          yield null;
        }
        yield read.date();
      }
    };
  }
}
