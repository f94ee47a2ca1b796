package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.members.imports.Delimiter;
import com.tryzore.crm.members.imports.Dialect;
import com.tryzore.crm.members.imports.DuplicateDecisions;
import com.tryzore.crm.members.imports.ImportMapping;
import com.tryzore.crm.members.imports.ImportPlan;
import com.tryzore.crm.members.imports.Inspection;
import com.tryzore.crm.members.imports.MappingProblem;
import com.tryzore.crm.members.imports.MemberImport;
import com.tryzore.crm.members.imports.TextEncoding;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.LongWork;
import com.tryzore.crm.ui.Note;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.text.Collator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the file is read: guessed, shown with examples, corrected. Every correction is kept. */
final class ReadPanel extends Div {
  private final transient ImportKit kit;
  private final transient MemberImport job;
  private final transient Runnable next;
  private final transient Runnable giveUp;
  private final Div problems = new Div();
  private final Button check = new Button(getTranslation("members.import.read.check"));
  private transient @Nullable ImportPlan plan;
  private transient int rows;

  /**
   * Looks at the file again when it is shown.
   *
   * @param next goes on to the dry run
   * @param giveUp throws the file away
   */
  ReadPanel(ImportKit kit, MemberImport job, Runnable next, Runnable giveUp) {
    this.kit = kit;
    this.job = job;
    this.next = next;
    this.giveUp = giveUp;
    addClassName("import-panel");
    problems.addClassName("import-answer");
    problems.getElement().setAttribute("role", "status");
    check.addClassName("zore-primary");
    check.addClickListener(click -> next());
  }

  /** Reads the file as it was decided, or as the dialect says. */
  void read(UI ui, @Nullable Dialect other) {
    ImportPlan decided = kit.imports().plan(job.id()).orElseThrow();
    LongWork look = new LongWork(getTranslation("members.import.reading"), giveUp);
    removeAll();
    add(look);
    Dialect dialect = other == null ? decided.mapping().dialect() : other;
    look.run(
        ui,
        kit.bound(progress -> kit.imports().inspect(job, dialect, progress)),
        found -> {
          if (found instanceof Inspection.Understood understood) {
            show(
                understood,
                other == null
                    ? decided
                    : new ImportPlan(understood.suggestion(), DuplicateDecisions.USUAL));
          } else if (found instanceof Inspection.Refused refused) {
            removeAll();
            add(
                Note.of(Tone.BAD, ImportWords.refusal(refused.refusal(), getLocale())),
                dialect(dialect));
          }
        });
  }

  private void show(Inspection.Understood look, ImportPlan decided) {
    removeAll();
    rows = look.rows();
    Div head = new Div(new H2(getTranslation("members.import.read.title")));
    head.add(
        new Paragraph(getTranslation("members.import.read.text", rows, look.columns().size())));
    look.notices()
        .forEach(notice -> head.add(Note.of(Tone.CAUTION, getTranslation(notice.messageKey()))));
    look.datesToLookAt()
        .forEach(
            column ->
                head.add(
                    Note.of(
                        Tone.CAUTION,
                        getTranslation("members.import.dates.look", column.header()))));
    head.addClassName("import-head");
    ColumnTable columns = new ColumnTable(look, this::keep);
    StatusTable statuses = new StatusTable(look, this::keep);
    Button drop = new Button(getTranslation("members.import.discard"), Icon.TRASH.create());
    drop.addClickListener(click -> giveUp.run());
    drop.addClassName("zore-quiet");
    Div bar = new Div(drop, check);
    bar.addClassName("import-bar");
    check.setIcon(Icon.ARROW_RIGHT.create());
    check.setIconAfterText(true);
    add(head, settings(decided.mapping()), columns, statuses, problems, bar);
    keep(decided);
  }

  private Div settings(ImportMapping mapping) {
    Div fields = dialect(mapping.dialect());
    ComboBox<String> region = new ComboBox<>(getTranslation("members.import.region"));
    Locale reader = getLocale();
    Collator order = Collator.getInstance(reader);
    region.setItems(
        Arrays.stream(Locale.getISOCountries())
            .sorted((a, b) -> order.compare(country(a, reader), country(b, reader)))
            .toList());
    region.setItemLabelGenerator(code -> country(code, reader));
    region.setValue(mapping.region());
    region.setHelperText(getTranslation("members.import.region.help"));
    region.addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue() != null) {
            keep(mapping().withRegion(change.getValue()));
          }
        });
    fields.add(region);
    return fields;
  }

  private static String country(String code, Locale reader) {
    return Locale.of("", code).getDisplayCountry(reader);
  }

  private Div dialect(Dialect dialect) {
    Select<TextEncoding> encoding = new Select<>();
    encoding.setLabel(getTranslation("members.import.encoding"));
    encoding.setItems(TextEncoding.values());
    encoding.setItemLabelGenerator(TextEncoding::label);
    encoding.setValue(dialect.encoding());
    Select<Delimiter> delimiter = new Select<>();
    delimiter.setLabel(getTranslation("members.import.delimiter"));
    delimiter.setItems(Delimiter.values());
    delimiter.setItemLabelGenerator(one -> getTranslation(one.messageKey()));
    delimiter.setValue(dialect.delimiter());
    encoding.addValueChangeListener(change -> again(change.isFromClient(), encoding, delimiter));
    delimiter.addValueChangeListener(change -> again(change.isFromClient(), encoding, delimiter));
    Div fields = new Div(encoding, delimiter);
    fields.addClassNames("import-settings", "zore-card");
    return fields;
  }

  private void again(boolean byHand, Select<TextEncoding> encoding, Select<Delimiter> delimiter) {
    if (byHand) {
      getUI().ifPresent(ui -> read(ui, new Dialect(encoding.getValue(), delimiter.getValue())));
    }
  }

  private ImportMapping mapping() {
    ImportPlan known = plan;
    if (known == null) {
      throw new IllegalStateException("nothing is shown yet");
    }
    return known.mapping();
  }

  private void keep(ImportMapping mapping) {
    ImportPlan known = plan;
    keep(new ImportPlan(mapping, known == null ? DuplicateDecisions.USUAL : known.decisions()));
  }

  private void keep(ImportPlan decided) {
    if (!decided.equals(plan)) {
      plan = decided;
      kit.imports().save(job.id(), decided, rows);
    }
    problems.removeAll();
    List<MappingProblem> wrong = decided.mapping().problems();
    wrong.forEach(problem -> problems.add(Note.of(Tone.BAD, ImportWords.mapping(problem))));
    check.setEnabled(wrong.isEmpty());
    getChildren()
        .filter(MappingAware.class::isInstance)
        .forEach(part -> ((MappingAware) part).show(decided.mapping()));
  }

  private void next() {
    next.run();
  }
}
