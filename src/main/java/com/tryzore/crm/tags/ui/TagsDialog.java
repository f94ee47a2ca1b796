package com.tryzore.crm.tags.ui;

import com.tryzore.crm.tags.SubjectType;
import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.TagCare;
import com.tryzore.crm.tags.TagUse;
import com.tryzore.crm.ui.Drawing;
import com.tryzore.crm.ui.EmptyState;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.springframework.context.annotation.Scope;

/** Every tag of the gym: made, renamed, recoloured, put away and brought back. */
@SpringComponent
@Scope("prototype")
public class TagsDialog extends Dialog {

  private final transient TagCare care;
  private final Div body = new Div();
  private transient Runnable changed = () -> {};

  TagsDialog(TagCare care) {
    this.care = care;
    addClassName("zore-dialog");
    setHeaderTitle(getTranslation("tags.manage"));
    setWidth("34rem");
    add(body);
    Button add =
        new Button(
            getTranslation("tags.new"),
            Icon.PLUS.create(),
            click -> TagForm.create(care, this::refresh).open());
    Button close = new Button(getTranslation("ui.close"), click -> close());
    getFooter().add(add, close);
    addDialogCloseActionListener(closing -> close());
  }

  /**
   * Opens.
   *
   * @param whenChanged runs after each change, so that what lies below can read again
   */
  public void showOver(Runnable whenChanged) {
    changed = whenChanged;
    fill();
    open();
  }

  private void refresh() {
    fill();
    changed.run();
  }

  private void fill() {
    List<TagUse> uses = care.uses(SubjectType.CLIENTS);
    body.removeAll();
    if (uses.isEmpty()) {
      body.add(
          new EmptyState(
              Drawing.TAGS, getTranslation("tags.none"), getTranslation("tags.none.text")));
      return;
    }
    UnorderedList list = new UnorderedList();
    list.addClassName("tag-list");
    uses.forEach(use -> list.add(row(use)));
    body.add(list);
  }

  private ListItem row(TagUse use) {
    Tag tag = use.tag();
    Span facts =
        new Span(
            getTranslation(
                use.archived() ? "tags.facts.archived" : "tags.facts",
                getTranslation("tags.type." + tag.type().word()),
                use.subjects()));
    facts.addClassName("zore-muted");
    Button edit =
        action(
            Icon.EDIT,
            getTranslation("tags.edit", tag.name()),
            () -> TagForm.edit(use, care, this::refresh).open());
    Button archive =
        action(
            use.archived() ? Icon.UNDO : Icon.TRASH,
            getTranslation(use.archived() ? "tags.restore" : "tags.archive", tag.name()),
            () -> {
              care.archive(tag.id(), !use.archived());
              refresh();
            });
    ListItem row = new ListItem(new TagChip(tag), facts, edit, archive);
    row.addClassName("tag-row");
    return row;
  }

  private static Button action(Icon icon, String words, Runnable action) {
    Button button = new Button(icon.create(), click -> action.run());
    button.addClassNames("zore-quiet", "zore-icon-button");
    button.setAriaLabel(words);
    button.setTooltipText(words);
    return button;
  }
}
