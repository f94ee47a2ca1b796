package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.TagId;
import com.tryzore.crm.tags.TagName;
import com.tryzore.crm.tags.TagType;
import com.tryzore.crm.tags.Tags;
import com.tryzore.crm.tags.ui.TagChip;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The tags of an event; a word that is no tag yet becomes one. */
final class EventTagsField extends Composite<MultiSelectComboBox<Tag>> {

  private final transient Tags tags;
  private final List<Tag> known = new ArrayList<>();

  EventTagsField(Tags tags) {
    this.tags = tags;
    known.addAll(tags.all());
    MultiSelectComboBox<Tag> field = getContent();
    field.setLabel(getTranslation("schedule.form.tags"));
    field.setItemLabelGenerator(Tag::name);
    field.setRenderer(new ComponentRenderer<>(TagChip::new));
    field.setAllowCustomValue(true);
    field.setManualValidation(true);
    field.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
    field.setItems(known);
    field.addCustomValueSetListener(typed -> typed(typed.getDetail()));
  }

  void read(Set<TagId> wanted) {
    for (TagId id : wanted) {
      if (known.stream().noneMatch(tag -> tag.id().equals(id))) {
        tags.find(id).ifPresent(known::add);
      }
    }
    getContent().setItems(known);
    getContent()
        .setValue(
            known.stream().filter(tag -> wanted.contains(tag.id())).collect(Collectors.toSet()));
  }

  Set<TagId> write() {
    return getContent().getValue().stream().map(Tag::id).collect(Collectors.toSet());
  }

  /** The names of tags, for whoever is asked about them. */
  String names(Set<?> ids) {
    return known.stream()
        .filter(tag -> ids.contains(tag.id()))
        .map(Tag::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private void typed(String words) {
    MultiSelectComboBox<Tag> field = getContent();
    String name = TagName.tidy(words);
    field.setInvalid(!name.isEmpty() && !TagName.fits(name));
    if (field.isInvalid()) {
      field.setErrorMessage(getTranslation("tags.name.long", TagName.LONGEST));
    } else if (!name.isEmpty()) {
      Optional<Tag> there =
          known.stream().filter(tag -> tag.name().equalsIgnoreCase(name)).findFirst();
      Tag tag = there.orElseGet(() -> tags.findOrCreate(TagType.CUSTOM, name));
      Set<Tag> chosen = new HashSet<>(field.getValue());
      chosen.add(tag);
      if (there.isEmpty()) {
        known.add(tag);
        field.setItems(known);
      }
      field.setValue(chosen);
    }
  }
}
