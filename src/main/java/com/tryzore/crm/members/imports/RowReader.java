package com.tryzore.crm.members.imports;

import com.tryzore.crm.members.Gender;
import com.tryzore.crm.members.MemberStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of one file into members or into reasons why not. Remembers what it has read, to
 * find a member number that stands there twice and a person who does.
 */
final class RowReader {
  private static final int NAME = 100;
  private static final int NUMBER = 40;
  private static final int LINE = 200;
  private static final int TEXT = 4_000;
  private static final int TAG = 60;
  private static final int TAGS = 20;
  private static final Pattern SEEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]+");
  private static final Pattern BETWEEN_TAGS = Pattern.compile("[|;,\\n]");
  private static final Map<String, Gender> GENDERS =
      WordKeys.read("genders.properties", Gender::valueOf, WordKeys::plain);

  private final ImportMapping mapping;
  private final ImportContext context;
  private final Map<ImportField, Integer> columns = new EnumMap<>(ImportField.class);
  private final int fewestCells;
  private final PeopleInFile people = new PeopleInFile();

  RowReader(ImportMapping mapping, ImportContext context) {
    this.mapping = mapping;
    this.context = context;
    for (int i = 0; i < mapping.columns().size(); i++) {
      columns.put(mapping.columns().get(i).field(), i);
    }
    this.fewestCells =
        TableReader.namedWidth(mapping.columns().stream().map(ColumnMapping::header).toList());
  }

  ImportRow read(TableRow row) {
    RowCells cells = new RowCells(columns, mapping, context, row.cells());
    if (row.cells().size() < fewestCells) {
      cells.refuse(RowProblem.TOO_FEW_CELLS, ImportField.IGNORED, "");
      return rejected(row, cells);
    }
    if (hasExtraCells(row.cells())) {
      cells.refuse(RowProblem.TOO_MANY_CELLS, ImportField.IGNORED, "");
      return rejected(row, cells);
    }
    MemberDraft draft = draft(cells);
    String number = draft.memberNumber();
    if (number != null && people.hasNumber(number)) {
      cells.refuse(RowProblem.MEMBER_NUMBER_TWICE, ImportField.MEMBER_NUMBER, number);
    }
    if (!cells.problems().isEmpty()) {
      return rejected(row, cells);
    }
    int like = people.add(row.number(), draft);
    if (like > 0) {
      cells.warn(RowWarning.SAME_PERSON_IN_FILE);
    } else if (people.lastSharedItsEmail()) {
      cells.warn(RowWarning.SHARED_EMAIL_IN_FILE);
    }
    return new ImportRow.Accepted(row.number(), draft, cells.warnings(), like);
  }

  private boolean hasExtraCells(List<String> cells) {
    return cells.stream().skip(mapping.columns().size()).anyMatch(cell -> !cell.isBlank());
  }

  private ImportRow rejected(TableRow row, RowCells cells) {
    String number = CleanText.excerpt(cells.raw(ImportField.MEMBER_NUMBER));
    String name =
        CleanText.excerpt(
            "%s %s %s"
                .formatted(
                    cells.raw(ImportField.FIRST_NAME),
                    cells.raw(ImportField.LAST_NAME),
                    cells.raw(ImportField.FULL_NAME))
                .strip());
    return new ImportRow.Rejected(
        row.number(),
        cells.problems(),
        number.isEmpty() ? null : number,
        name.isEmpty() ? null : name);
  }

  private MemberDraft draft(RowCells cells) {
    CleanText.Name name = name(cells);
    String number = number(cells);
    LocalDate joined = cells.day(ImportField.JOINED_ON);
    LocalDate until = cells.day(ImportField.VALID_UNTIL);
    if (joined != null && until != null && until.isBefore(joined)) {
      cells.refuse(
          RowProblem.EXPIRES_BEFORE_START,
          ImportField.VALID_UNTIL,
          cells.raw(ImportField.VALID_UNTIL));
    }
    String mobile = cells.phone(ImportField.MOBILE_PHONE);
    String phone = cells.phone(ImportField.PHONE);
    return new MemberDraft(
        number.isEmpty() ? null : number,
        name.given(),
        name.family(),
        cells.email(),
        mobile == null ? phone : mobile,
        cells.birthDate(),
        gender(cells),
        new MemberDraft.PostalAddress(
            cells.optionalLine(ImportField.STREET, LINE),
            cells.optionalLine(ImportField.POSTCODE, LINE),
            cells.optionalLine(ImportField.CITY, LINE),
            cells.optionalLine(ImportField.COUNTRY, LINE)),
        joined,
        status(cells),
        !CleanText.line(cells.raw(ImportField.STATUS)).isEmpty(),
        cells.optionalLine(ImportField.PLAN, LINE),
        until,
        lastVisit(cells),
        cells.optionalLine(ImportField.EMERGENCY_CONTACT, LINE),
        cells.phone(ImportField.EMERGENCY_PHONE),
        cells.optionalLines(ImportField.MEDICAL_NOTES, TEXT),
        notes(cells, mobile, phone),
        tags(cells));
  }

  private static String number(RowCells cells) {
    String number =
        cells.line(ImportField.MEMBER_NUMBER, NUMBER, RowProblem.MEMBER_NUMBER_TOO_LONG);
    if (!number.isEmpty() && !SEEN.matcher(number).matches()) {
      cells.refuse(RowProblem.CONTROL_CHARACTER, ImportField.MEMBER_NUMBER, number);
    }
    return number;
  }

  private CleanText.Name name(RowCells cells) {
    String given = cells.line(ImportField.FIRST_NAME, NAME, RowProblem.NAME_TOO_LONG);
    String family = cells.line(ImportField.LAST_NAME, NAME, RowProblem.NAME_TOO_LONG);
    CleanText.Name name = new CleanText.Name(given, family, false);
    if (columns.containsKey(ImportField.FULL_NAME) && family.isEmpty()) {
      name = CleanText.split(cells.line(ImportField.FULL_NAME, NAME, RowProblem.NAME_TOO_LONG));
      if (name.unsure()) {
        cells.warn(RowWarning.NAME_SPLIT_UNSURE);
      }
    }
    if (name.family().isEmpty() && cells.problems().isEmpty()) {
      cells.refuse(RowProblem.LAST_NAME_MISSING, ImportField.LAST_NAME, "");
    }
    return name;
  }

  private static @Nullable Gender gender(RowCells cells) {
    String word = CleanText.line(cells.raw(ImportField.GENDER));
    if (word.isEmpty()) {
      return null;
    }
    Gender gender = GENDERS.get(WordKeys.plain(word));
    if (gender == null) {
      cells.warn(RowWarning.GENDER_UNKNOWN);
    }
    return gender;
  }

  private MemberStatus status(RowCells cells) {
    String word = CleanText.line(cells.raw(ImportField.STATUS));
    if (word.isEmpty()) {
      return mapping.statusWhenBlank();
    }
    MemberStatus status = mapping.statusOf(word).orElse(null);
    if (status == null) {
      cells.refuse(RowProblem.STATUS_UNKNOWN, ImportField.STATUS, word);
      return mapping.statusWhenBlank();
    }
    return status;
  }

  private @Nullable LocalDate lastVisit(RowCells cells) {
    LocalDate visited = cells.day(ImportField.LAST_VISIT_ON);
    if (visited != null && visited.isAfter(context.today())) {
      cells.warn(RowWarning.VISIT_IN_THE_FUTURE);
      return null;
    }
    return visited;
  }

  private static @Nullable String notes(
      RowCells cells, @Nullable String mobile, @Nullable String phone) {
    String notes = cells.optionalLines(ImportField.NOTES, TEXT);
    if (mobile == null || phone == null || mobile.equals(phone)) {
      return notes;
    }
    cells.warn(RowWarning.SECOND_PHONE_IN_NOTES);
    return notes == null ? phone : notes + "\n" + phone;
  }

  private static List<String> tags(RowCells cells) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String piece : BETWEEN_TAGS.split(cells.raw(ImportField.TAGS), -1)) {
      String tag = CleanText.line(piece);
      if (!tag.isEmpty()) {
        tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
      }
    }
    for (String tag : tags.values()) {
      if (tag.length() > TAG) {
        cells.refuse(RowProblem.TEXT_TOO_LONG, ImportField.TAGS, tag);
      } else if (CleanText.hasControls(tag)) {
        cells.refuse(RowProblem.CONTROL_CHARACTER, ImportField.TAGS, tag);
      }
    }
    if (tags.size() > TAGS) {
      cells.refuse(RowProblem.TOO_MANY_TAGS, ImportField.TAGS, cells.raw(ImportField.TAGS));
    }
    return new ArrayList<>(tags.values());
  }
}
