package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.members.imports.DryRun;
import com.tryzore.crm.members.imports.Duplicate;
import com.tryzore.crm.members.imports.DuplicateDecision;
import com.tryzore.crm.members.imports.DuplicateDecisions;
import com.tryzore.crm.members.imports.Match;
import com.tryzore.crm.ui.Formats;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Rows whose person may be here already, and what becomes of them: for all of a kind, or singly.
 */
final class DuplicateTable extends Div {
  private final transient ImportKit kit;
  private final transient Consumer<DuplicateDecisions> onChange;
  private final transient Formats formats;
  private final Grid<Duplicate> grid = new Grid<>();
  private transient DuplicateDecisions decisions;

  /**
   * The duplicates of a dry run.
   *
   * @param decisions what was decided so far
   * @param onChange hears every decision
   */
  DuplicateTable(
      ImportKit kit,
      DryRun dryRun,
      DuplicateDecisions decisions,
      Consumer<DuplicateDecisions> onChange) {
    this.kit = kit;
    this.decisions = decisions;
    this.onChange = onChange;
    this.formats = kit.formats(getLocale());
    addClassNames("zore-card", "import-duplicates");
    Div rules = new Div();
    rules.addClassName("import-rules");
    for (Duplicate.Kind kind : Duplicate.Kind.values()) {
      int rows = dryRun.duplicateCounts().getOrDefault(kind, 0);
      if (rows > 0) {
        rules.add(rule(kind, rows));
      }
    }
    Paragraph text = new Paragraph(getTranslation("members.import.duplicates.text"));
    text.addClassName("zore-muted");
    add(new H3(getTranslation("members.import.duplicates.title")), text, rules, grid);
    columns();
    grid.setItems(dryRun.duplicates());
    grid.setAllRowsVisible(dryRun.duplicates().size() <= 6);
    int all = dryRun.duplicateCounts().values().stream().mapToInt(Integer::intValue).sum();
    if (all > dryRun.duplicates().size()) {
      Span more =
          new Span(
              getTranslation("members.import.duplicates.more", dryRun.duplicates().size(), all));
      more.addClassNames("zore-muted", "zore-small");
      add(more);
    }
  }

  private Select<DuplicateDecision> rule(Duplicate.Kind kind, int rows) {
    Select<DuplicateDecision> rule = choice(kind);
    rule.setLabel(getTranslation(kind.messageKey(), rows));
    rule.setValue(decisions.of(0, kind));
    rule.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            decided(decisions.withAll(kind, change.getValue()));
            grid.getDataProvider().refreshAll();
          }
        });
    return rule;
  }

  private Select<DuplicateDecision> choice(Duplicate.Kind kind) {
    Select<DuplicateDecision> choice = new Select<>();
    choice.setItems(
        kind == Duplicate.Kind.REPEATED
            ? List.of(DuplicateDecision.SKIP, DuplicateDecision.NEW)
            : List.of(DuplicateDecision.values()));
    choice.setItemLabelGenerator(one -> getTranslation(one.messageKey()));
    return choice;
  }

  private void columns() {
    grid.addClassNames("zore-grid", "import-grid");
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.getElement().setAttribute("aria-label", getTranslation("members.import.duplicates.title"));
    grid.addColumn(duplicate -> formats.number(duplicate.row()))
        .setHeader(getTranslation("members.import.column.row"))
        .setWidth("4.5rem")
        .setFlexGrow(0);
    grid.addColumn(new ComponentRenderer<>(this::person))
        .setHeader(getTranslation("members.import.column.who"))
        .setFlexGrow(1);
  }

  private Div person(Duplicate duplicate) {
    Div person = new Div(who(duplicate), decision(duplicate));
    person.addClassName("import-person");
    return person;
  }

  private Div who(Duplicate duplicate) {
    Span name = new Span(duplicate.name());
    name.addClassName("zore-strong");
    Span like = new Span(like(duplicate));
    like.addClassNames("zore-muted", "zore-small");
    Div who = new Div(name, like);
    if (!duplicate.matches().isEmpty()) {
      Button compare = new Button(getTranslation("members.import.compare"));
      compare.addClassNames("zore-quiet", "import-compare");
      compare.setAriaLabel(
          getTranslation("members.import.compare.who", duplicate.name(), duplicate.row()));
      compare.addClickListener(
          click -> new CompareDialog(kit, duplicate, chosen -> one(duplicate, chosen)).open());
      who.add(compare);
    }
    who.addClassName("import-who");
    return who;
  }

  private String like(Duplicate duplicate) {
    if (duplicate.kind() == Duplicate.Kind.REPEATED) {
      return getTranslation("members.import.duplicates.likeRow", duplicate.likeRow());
    }
    Match first = duplicate.matches().getFirst();
    String on =
        first.on().stream()
            .sorted()
            .map(what -> getTranslation(what.messageKey()))
            .collect(Collectors.joining(", "));
    return getTranslation(
        "members.import.duplicates.like",
        first.member().fullName(),
        Objects.requireNonNullElse(first.member().memberNumber(), "—"),
        on);
  }

  private Select<DuplicateDecision> decision(Duplicate duplicate) {
    Select<DuplicateDecision> choice = choice(duplicate.kind());
    choice.addClassName("import-decision");
    choice.setAriaLabel(getTranslation("members.import.decision.of", duplicate.name()));
    choice.setValue(decisions.of(duplicate.row(), duplicate.kind()));
    choice.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            decided(decisions.with(duplicate.row(), change.getValue()));
          }
        });
    return choice;
  }

  private void one(Duplicate duplicate, DuplicateDecision chosen) {
    decided(decisions.with(duplicate.row(), chosen));
    grid.getDataProvider().refreshItem(duplicate);
  }

  private void decided(DuplicateDecisions changed) {
    decisions = changed;
    onChange.accept(changed);
  }
}
