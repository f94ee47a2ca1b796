package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.members.imports.DryRun;
import com.tryzore.crm.members.imports.ImportField;
import com.tryzore.crm.members.imports.ImportRow;
import com.tryzore.crm.members.imports.MemberDraft;
import com.tryzore.crm.members.imports.ProblemAt;
import com.tryzore.crm.members.imports.RowWarning;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The rows that cannot be taken or that somebody may want to look at, by reason. */
final class ProblemTable extends Div {

  /** One thing about one row. */
  private record Line(int row, String name, boolean refused, String reasonKey, String words) {}

  /** A choice of the filter. */
  private record Reason(String key, String words) {}

  private static final String ALL = "";
  private static final String REFUSED = "refused";

  private final transient Formats formats;
  private final transient List<Line> lines = new ArrayList<>();
  private final Grid<Line> grid = new Grid<>();
  private final Select<Reason> filter = new Select<>();

  ProblemTable(DryRun dryRun, Formats formats) {
    this.formats = formats;
    addClassNames("zore-card", "import-problems");
    dryRun.rejectedRows().forEach(this::rejected);
    dryRun.warnedRows().forEach(this::warned);
    lines.sort(Comparator.comparing(Line::refused).reversed().thenComparingInt(Line::row));
    H3 title = new H3(getTranslation("members.import.problems.title"));
    filter.setAriaLabel(getTranslation("members.import.problems.filter"));
    List<Reason> reasons = reasons(dryRun);
    filter.setItems(reasons);
    filter.setItemLabelGenerator(Reason::words);
    filter.addClassName("import-filter");
    Div head = new Div(title, filter);
    head.addClassName("import-card-head");
    columns();
    add(head, grid);
    if (dryRun.rejected() > DryRun.LISTED || dryRun.warnedRows().size() >= DryRun.LISTED) {
      Span more = new Span(getTranslation("members.import.problems.more", DryRun.LISTED));
      more.addClassNames("zore-muted", "zore-small");
      add(more);
    }
    filter.addValueChangeListener(change -> show(change.getValue()));
    filter.setValue(
        reasons.stream()
            .filter(reason -> reason.key().equals(first(dryRun)))
            .findFirst()
            .orElse(reasons.getFirst()));
  }

  /** What is refused; else what is rarer than telephone numbers that no country has. */
  private static String first(DryRun dryRun) {
    if (dryRun.rejected() > 0) {
      return REFUSED;
    }
    return dryRun.warnings().keySet().stream()
        .filter(warning -> warning != RowWarning.UNUSUAL_PHONE)
        .map(RowWarning::messageKey)
        .findFirst()
        .orElse(ALL);
  }

  private List<Reason> reasons(DryRun dryRun) {
    List<Reason> reasons = new ArrayList<>();
    reasons.add(new Reason(ALL, getTranslation("members.import.problems.all")));
    if (dryRun.rejected() > 0) {
      reasons.add(
          new Reason(REFUSED, counted("members.import.problems.refused", dryRun.rejected())));
    }
    dryRun
        .problems()
        .forEach(
            (problem, rows) ->
                reasons.add(new Reason(problem.messageKey(), counted(problem.messageKey(), rows))));
    dryRun
        .warnings()
        .forEach(
            (warning, rows) ->
                reasons.add(new Reason(warning.messageKey(), counted(warning.messageKey(), rows))));
    return reasons;
  }

  private String counted(String key, int rows) {
    return getTranslation(
        "members.import.problems.counted", getTranslation(key), formats.number(rows));
  }

  private void rejected(ImportRow.Rejected row) {
    for (ProblemAt at : row.problems()) {
      String sentence = getTranslation(at.problem().messageKey());
      if (at.field() != ImportField.IGNORED) {
        sentence =
            getTranslation(
                "members.import.problems.at",
                sentence,
                getTranslation(at.field().messageKey()),
                at.text().isEmpty() ? getTranslation("members.import.problems.blank") : at.text());
      }
      String who =
          Objects.requireNonNullElse(row.name(), "—")
              + (row.memberNumber() == null ? "" : " · " + row.memberNumber());
      lines.add(new Line(row.number(), who, true, at.problem().messageKey(), sentence));
    }
  }

  private void warned(ImportRow.Accepted row) {
    MemberDraft draft = row.member();
    String who =
        draft.fullName() + (draft.memberNumber() == null ? "" : " · " + draft.memberNumber());
    row.warnings().stream()
        .sorted()
        .forEach(
            warning ->
                lines.add(
                    new Line(
                        row.number(),
                        who,
                        false,
                        warning.messageKey(),
                        getTranslation(warning.messageKey()))));
  }

  private void columns() {
    grid.addClassNames("zore-grid", "import-grid");
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.getElement().setAttribute("aria-label", getTranslation("members.import.problems.title"));
    grid.addColumn(line -> formats.number(line.row()))
        .setHeader(getTranslation("members.import.column.row"))
        .setWidth("4.5rem")
        .setFlexGrow(0);
    grid.addColumn(
            LitRenderer.<Line>of(
                    "<div class=\"import-line\"><span class=\"zore-strong\">${item.who}</span>"
                        + "<span class=\"import-line-why\">"
                        + StatusBadge.template("badge")
                        + "<span>${item.words}</span></span></div>")
                .withProperty("who", Line::name)
                .withProperty("words", Line::words)
                .withProperty("badge", this::badge))
        .setHeader(getTranslation("members.import.column.reason"))
        .setFlexGrow(1);
    grid.setAllRowsVisible(false);
  }

  private StatusBadge.Model badge(Line line) {
    return line.refused()
        ? StatusBadge.model(
            Tone.BAD, Icon.STOP, getTranslation("members.import.problems.isRefused"))
        : StatusBadge.model(
            Tone.CAUTION, Icon.WARNING, getTranslation("members.import.problems.isTaken"));
  }

  private void show(Reason reason) {
    List<Line> shown =
        lines.stream()
            .filter(
                line ->
                    reason.key().equals(ALL)
                        || (reason.key().equals(REFUSED) && line.refused())
                        || reason.key().equals(line.reasonKey()))
            .toList();
    grid.setItems(shown);
    grid.setAllRowsVisible(shown.size() <= 8);
  }
}
