package com.tryzore.crm.ui;

import com.vaadin.flow.component.html.Span;

/**
 * A state in colour, icon and words; never in colour alone.
 *
 * <pre>{@code
 * new StatusBadge(Tone.GOOD, Icon.CHECK, getTranslation("members.status.active"));
 *
 * LitRenderer.<Row>of(StatusBadge.template("status")) // in a grid: no component per row
 *     .withProperty("status", row -> StatusBadge.model(Tone.GOOD, Icon.CHECK, words));
 * }</pre>
 */
public final class StatusBadge extends Span {

  /** A badge with all three. */
  public StatusBadge(Tone tone, Icon icon, String words) {
    addClassNames("zore-badge", tone.className());
    Span text = new Span(words);
    add(icon.create(), text);
  }

  /** The badge as a grid template that reads the property {@code item.<property>}. */
  public static String template(String property) {
    return """
        <span class="zore-badge ${item.%1$s.tone}"><vaadin-icon class="zore-icon" \
        src="${item.%1$s.sprite}" symbol="${item.%1$s.icon}" aria-hidden="true"></vaadin-icon>\
        <span>${item.%1$s.words}</span></span>"""
        .formatted(property);
  }

  /** What {@link #template} shows for one row. */
  public static Model model(Tone tone, Icon icon, String words) {
    return new Model(tone.className(), Icon.SPRITE, icon.symbol(), words);
  }

  /** The parts of a badge as a template reads them. */
  public record Model(String tone, String sprite, String icon, String words) {}
}
