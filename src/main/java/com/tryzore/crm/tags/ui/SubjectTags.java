package com.tryzore.crm.tags.ui;

import com.tryzore.crm.tags.NoSuchSubjectException;
import com.tryzore.crm.tags.SubjectType;
import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.TagName;
import com.tryzore.crm.tags.TagType;
import com.tryzore.crm.tags.Tags;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Scope;

/**
 * The tags of one subject: chips to take off, a field to put more on by typing. A word that is no
 * tag yet becomes one.
 *
 * <pre>{@code
 * SubjectTags tags = subjectTags.getObject(); // ObjectProvider<SubjectTags>
 * tags.show(SubjectType.CLIENTS, client.value());
 * }</pre>
 */
@SpringComponent
@Scope("prototype")
public class SubjectTags extends Composite<Div> {

  private final transient Tags tags;
  private final UnorderedList chips = new UnorderedList();
  private final ComboBox<Tag> more = new ComboBox<>();
  private SubjectType type = SubjectType.CLIENTS;
  private @Nullable UUID subject;

  SubjectTags(Tags tags, ObjectProvider<TagsDialog> care) {
    this.tags = tags;
    getContent().addClassName("tag-editor");
    chips.addClassName("tag-chips");
    chips.getElement().setAttribute("aria-label", getTranslation("tags.title"));
    more.setPlaceholder(getTranslation("tags.add"));
    more.setAriaLabel(getTranslation("tags.add"));
    more.setPrefixComponent(Icon.PLUS.create());
    more.setItemLabelGenerator(Tag::name);
    more.setRenderer(new ComponentRenderer<>(TagChip::new));
    more.setAllowCustomValue(true);
    more.setManualValidation(true);
    more.addClassName("tag-more");
    more.addValueChangeListener(
        change -> {
          if (change.isFromClient() && change.getValue() != null) {
            put(change.getValue());
          }
        });
    more.addCustomValueSetListener(typed -> typed(typed.getDetail()));
    Button manage =
        new Button(Icon.SETTINGS.create(), click -> care.getObject().showOver(this::refresh));
    manage.addClassNames("zore-quiet", "zore-icon-button");
    manage.setAriaLabel(getTranslation("tags.manage"));
    manage.setTooltipText(getTranslation("tags.manage"));
    Div adding = new Div(more, manage);
    adding.addClassName("tag-adding");
    getContent().add(chips, adding);
  }

  /** Shows the tags of a subject, as they are now. */
  public void show(SubjectType subjectType, UUID id) {
    type = subjectType;
    subject = id;
    refresh();
  }

  /** Reads the tags again. */
  public void refresh() {
    UUID of = subject;
    if (of == null) {
      return;
    }
    List<Tag> on = tags.of(type, List.of(of)).getOrDefault(of, List.of());
    chips.removeAll();
    on.forEach(tag -> chips.add(new ListItem(new TagChip(tag).removable(() -> take(tag)))));
    chips.setVisible(!on.isEmpty());
    List<Tag> offered = new ArrayList<>(tags.all());
    offered.removeAll(on);
    more.setItems(offered);
    more.setValue(null);
  }

  /** What was typed and not chosen: a tag whatever its type and case, or a new one. */
  private void typed(String words) {
    String name = TagName.tidy(words);
    if (name.isEmpty()) {
      return;
    }
    more.setInvalid(!TagName.fits(name));
    if (!TagName.fits(name)) {
      more.setErrorMessage(getTranslation("tags.name.long", TagName.LONGEST));
      return;
    }
    Optional<Tag> known =
        tags.all().stream().filter(tag -> tag.name().equalsIgnoreCase(name)).findFirst();
    put(known.orElseGet(() -> tags.findOrCreate(TagType.CUSTOM, name)));
  }

  private void put(Tag tag) {
    UUID on = subject;
    if (on == null) {
      return;
    }
    try {
      more.setInvalid(false);
      tags.put(tag.id(), type, List.of(on));
    } catch (NoSuchSubjectException gone) {
      Toasts.trouble(getTranslation("tags.gone"));
    }
    refresh();
    more.focus();
  }

  private void take(Tag tag) {
    UUID off = subject;
    if (off == null) {
      return;
    }
    tags.take(tag.id(), type, List.of(off));
    refresh();
    more.focus();
    Toasts.undoable(
        getTranslation("tags.taken", tag.name()),
        () -> {
          tags.put(tag.id(), type, List.of(off));
          refresh();
        });
  }
}
