package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.members.imports.ColumnInspection;
import com.tryzore.crm.members.imports.ColumnMapping;
import com.tryzore.crm.members.imports.DateOrder;
import com.tryzore.crm.members.imports.ImportField;
import com.tryzore.crm.members.imports.ImportMapping;
import com.tryzore.crm.members.imports.Inspection;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What each column of the file means, beside what stands in it. */
final class ColumnTable extends Div implements MappingAware {

  private record Row(ListItem item, Select<ImportField> field, Select<DateOrder> order) {}

  private final transient Consumer<ImportMapping> keep;
  private final transient List<Row> rows = new ArrayList<>();
  private transient @Nullable ImportMapping shown;

  /**
   * The columns of a file.
   *
   * @param keep hears of a corrected mapping
   */
  ColumnTable(Inspection.Understood look, Consumer<ImportMapping> keep) {
    this.keep = keep;
    addClassNames("zore-card", "import-columns");
    UnorderedList list = new UnorderedList();
    H3 title = new H3(getTranslation("members.import.columns"));
    title.setId("import-columns");
    list.getElement().setAttribute("aria-labelledby", "import-columns");
    for (int i = 0; i < look.columns().size(); i++) {
      list.add(row(i, look.columns().get(i), look.rows()));
    }
    add(title, list);
  }

  private ListItem row(int number, ColumnInspection column, int rowsOfFile) {
    String name =
        column.header().isBlank()
            ? getTranslation("members.import.columns.unnamed", number + 1)
            : column.header();
    Span header = new Span(name);
    header.addClassName("zore-strong");
    Span filled =
        new Span(
            getTranslation(
                "members.import.columns.filled", 100L * column.filled() / Math.max(1, rowsOfFile)));
    filled.addClassNames("zore-muted", "zore-small");
    Span examples = new Span(String.join(" · ", column.examples()));
    examples.addClassNames("zore-muted", "zore-small", "import-examples");
    Div what = new Div(new Div(header, filled), examples);
    what.addClassName("import-column-what");

    Select<ImportField> field = new Select<>();
    field.setItems(ImportField.values());
    field.setItemLabelGenerator(one -> getTranslation(one.messageKey()));
    field.setAriaLabel(getTranslation("members.import.columns.field", name));
    field.addValueChangeListener(
        change -> {
          ImportMapping mapping = shown;
          if (change.isFromClient() && mapping != null) {
            keep.accept(mapping.withField(number, change.getValue()));
          }
        });
    Select<DateOrder> order = new Select<>();
    order.setItems(DateOrder.values());
    order.setItemLabelGenerator(one -> getTranslation(one.messageKey()));
    order.setAriaLabel(getTranslation("members.import.columns.order", name));
    order.addValueChangeListener(
        change -> {
          ImportMapping mapping = shown;
          if (change.isFromClient() && mapping != null) {
            keep.accept(mapping.withDateOrder(number, change.getValue()));
          }
        });
    Div means = new Div(field, order);
    means.addClassName("import-column-means");
    ListItem item = new ListItem(what, means);
    item.addClassName("import-column");
    rows.add(new Row(item, field, order));
    return item;
  }

  @Override
  public void show(ImportMapping mapping) {
    shown = mapping;
    for (int i = 0; i < rows.size(); i++) {
      ColumnMapping column = mapping.columns().get(i);
      Row row = rows.get(i);
      row.field().setValue(column.field());
      row.order().setValue(column.dateOrder());
      row.order().setVisible(column.field().isDate());
      row.item().setClassName("import-column-ignored", column.field() == ImportField.IGNORED);
    }
  }
}
