package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.members.imports.ColumnInspection;
import com.tryzore.crm.members.imports.ImportField;
import com.tryzore.crm.members.imports.ImportMapping;
import com.tryzore.crm.members.imports.Inspection;
import com.tryzore.crm.members.ui.StatusLook;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the words of the status column mean, and what somebody is for whom there is none. */
final class StatusTable extends Div implements MappingAware {
  private final transient Inspection.Understood look;
  private final transient Consumer<ImportMapping> keep;
  private final Div words = new Div();
  private transient @Nullable ImportMapping shown;

  StatusTable(Inspection.Understood look, Consumer<ImportMapping> keep) {
    this.look = look;
    this.keep = keep;
    addClassNames("zore-card", "import-statuses");
    words.addClassName("import-status-words");
    add(new H3(getTranslation("members.import.statuses")), words);
  }

  @Override
  public void show(ImportMapping mapping) {
    ImportMapping before = shown;
    shown = mapping;
    if (before == null || statusColumn(before) != statusColumn(mapping)) {
      build(mapping);
    }
  }

  private static int statusColumn(ImportMapping mapping) {
    return mapping.columns().stream().map(c -> c.field()).toList().indexOf(ImportField.STATUS);
  }

  private void build(ImportMapping mapping) {
    words.removeAll();
    int column = statusColumn(mapping);
    if (column >= 0) {
      ColumnInspection seen = look.columns().get(column);
      for (Map.Entry<String, Integer> word : seen.words().entrySet()) {
        words.add(word(word.getKey(), word.getValue(), mapping));
      }
    }
    Select<MemberStatus> blank = select(getTranslation("members.import.statuses.blank"), false);
    blank.setValue(mapping.statusWhenBlank());
    blank.addValueChangeListener(
        change -> {
          ImportMapping now = shown;
          if (change.isFromClient() && now != null) {
            keep.accept(now.withStatusWhenBlank(change.getValue()));
          }
        });
    words.add(blank);
  }

  private Select<MemberStatus> word(String word, int rows, ImportMapping mapping) {
    Select<MemberStatus> means =
        select(getTranslation("members.import.statuses.word", word, rows), true);
    mapping.statusOf(word).ifPresent(means::setValue);
    means.addValueChangeListener(
        change -> {
          ImportMapping now = shown;
          if (change.isFromClient() && now != null) {
            MemberStatus chosen = change.getValue();
            keep.accept(chosen == null ? now.withoutStatus(word) : now.withStatus(word, chosen));
          }
        });
    return means;
  }

  private Select<MemberStatus> select(String label, boolean mayBeUnknown) {
    Select<MemberStatus> select = new Select<>();
    select.setLabel(label);
    select.setItems(List.of(MemberStatus.values()));
    select.setEmptySelectionAllowed(mayBeUnknown);
    select.setEmptySelectionCaption(getTranslation("members.import.statuses.unknown"));
    select.setItemLabelGenerator(
        status ->
            status == null
                ? getTranslation("members.import.statuses.unknown")
                : StatusLook.words(status));
    return select;
  }
}
