package com.tryzore.crm.tags.ui;

import com.tryzore.crm.tags.NoSuchTagException;
import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.TagCare;
import com.tryzore.crm.tags.TagChangedException;
import com.tryzore.crm.tags.TagColour;
import com.tryzore.crm.tags.TagName;
import com.tryzore.crm.tags.TagNameTakenException;
import com.tryzore.crm.tags.TagType;
import com.tryzore.crm.tags.TagUse;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Optional;

/** Asks for a tag's name, type, colour and icon. */
final class TagForm extends FormDialog {

  private final TextField name = new TextField(getTranslation("tags.name"));
  private final Select<TagType> type = new Select<>();
  private final RadioButtonGroup<TagColour> colour = new RadioButtonGroup<>();
  private final RadioButtonGroup<Icon> icon = new RadioButtonGroup<>();

  private TagForm(String title) {
    super(title);
    name.setMaxLength(TagName.LONGEST);
    name.setRequiredIndicatorVisible(true);
    name.setManualValidation(true);
    type.setLabel(getTranslation("tags.type"));
    type.setItems(TagType.values());
    type.setItemLabelGenerator(kind -> getTranslation("tags.type." + kind.word()));
    colour.setLabel(getTranslation("tags.colour"));
    colour.setItems(TagColour.values());
    colour.setRenderer(new ComponentRenderer<>(this::swatch));
    icon.setLabel(getTranslation("tags.icon"));
    icon.setItems(TagIcons.OFFERED);
    icon.setRenderer(
        new ComponentRenderer<>(
            offered -> offered.create(getTranslation("tags.icon." + offered.symbol()))));
    colour.addClassName("tag-choices");
    icon.addClassName("tag-choices");
    fields(name, type).wide(colour, icon);
  }

  static TagForm create(TagCare care, Runnable then) {
    TagForm form = new TagForm("");
    form.setHeaderTitle(form.getTranslation("tags.new"));
    form.type.setValue(TagType.CUSTOM);
    form.colour.setValue(TagColour.SLATE);
    form.icon.setValue(Icon.TAG);
    form.onSave(
        () ->
            form.saved(
                () ->
                    care.create(
                        form.type.getValue(),
                        form.name.getValue(),
                        form.colour.getValue(),
                        form.icon.getValue().symbol()),
                then));
    return form;
  }

  static TagForm edit(TagUse use, TagCare care, Runnable then) {
    Tag tag = use.tag();
    TagForm form = new TagForm("");
    form.setHeaderTitle(form.getTranslation("tags.edit", tag.name()));
    form.name.setValue(tag.name());
    form.type.setValue(tag.type());
    form.colour.setValue(tag.colour());
    form.icon.setValue(TagIcons.of(tag));
    form.onSave(() -> form.saved(() -> care.change(form.tag(tag), use.version()), then));
    return form;
  }

  private Tag tag(Tag of) {
    return new Tag(
        of.id(),
        type.getValue(),
        name.getValue(),
        colour.getValue(),
        Optional.ofNullable(icon.getValue()).map(Icon::symbol).orElse(Tag.PLAIN_ICON));
  }

  private boolean saved(Runnable save, Runnable then) {
    if (!TagName.fits(TagName.tidy(name.getValue()))) {
      return wrong(getTranslation("tags.name.missing"));
    }
    try {
      save.run();
      then.run();
      return true;
    } catch (TagNameTakenException taken) {
      return wrong(getTranslation("tags.name.taken", taken.name()));
    } catch (TagChangedException changed) {
      then.run();
      return wrong(
          getTranslation(
              "tags.changed",
              changed.theirs().tag().name(),
              getTranslation("tags.type." + changed.theirs().tag().type().word()),
              getTranslation("tags.colour." + changed.theirs().tag().colour().word())));
    } catch (NoSuchTagException gone) {
      Toasts.trouble(getTranslation("tags.gone"));
      return false;
    }
  }

  private boolean wrong(String words) {
    name.setErrorMessage(words);
    name.setInvalid(true);
    name.focus();
    return false;
  }

  private Div swatch(TagColour offered) {
    Span dot = new Span();
    dot.addClassNames("tag-swatch", "tag-" + offered.word());
    Div both = new Div(dot, new Span(getTranslation("tags.colour." + offered.word())));
    both.addClassName("tag-swatch-row");
    return both;
  }
}
