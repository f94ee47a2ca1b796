package com.tryzore.crm.tags.ui;

import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;

/**
 * A tag: icon and word on its colour.
 *
 * <pre>{@code
 * new TagChip(tag);
 * new TagChip(tag).removable(() -> tags.take(…));
 * LitRenderer.<Row>of(TagChip.template("tags"))       // in a grid: any number of tags
 *     .withProperty("tags", row -> TagChip.model(row.tags()));
 * }</pre>
 */
@StyleSheet("context://styles/tags.css")
public final class TagChip extends Span {

  private final String name;

  /** A chip to look at. */
  public TagChip(Tag tag) {
    name = tag.name();
    addClassNames("tag-chip", colourClass(tag));
    setTitle(type(tag));
    Span words = new Span(tag.name());
    words.addClassName("tag-chip-name");
    add(TagIcons.of(tag).create(), words);
  }

  /** The chip with a button that takes the tag off. */
  public TagChip removable(Runnable remove) {
    Button button = new Button(Icon.CLOSE.create(), click -> remove.run());
    button.addClassNames("zore-quiet", "zore-icon-button", "tag-chip-remove");
    button.setAriaLabel(getTranslation("tags.take", name));
    addClassName("tag-chip-removable");
    add(button);
    return this;
  }

  /** Any number of chips as a grid template that reads {@code item.<property>}. */
  public static String template(String property) {
    return """
        <span class="tag-chips">${item.%s.map(tag => html`<span class="tag-chip ${tag.colour}" \
        title="${tag.type}"><vaadin-icon class="zore-icon" src="${tag.sprite}" \
        symbol="${tag.icon}" aria-hidden="true"></vaadin-icon><span class="tag-chip-name">\
        ${tag.name}</span></span>`)}</span>"""
        .formatted(property);
  }

  /** What {@link #template} shows for one row. */
  public static List<Model> model(List<Tag> tags) {
    return tags.stream()
        .map(
            tag ->
                new Model(
                    colourClass(tag),
                    type(tag),
                    Icon.SPRITE,
                    TagIcons.of(tag).symbol(),
                    tag.name()))
        .toList();
  }

  /** One chip as the browser needs it. */
  public record Model(String colour, String type, String sprite, String icon, String name) {}

  static String colourClass(Tag tag) {
    return "tag-" + tag.colour().word();
  }

  private static String type(Tag tag) {
    return I18NProvider.translate("tags.type." + tag.type().word());
  }
}
