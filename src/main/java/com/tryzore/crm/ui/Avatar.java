package com.tryzore.crm.ui;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/**
 * A person's photo, or their initials on a quiet colour that stays the same for the same name. It
 * is decoration: the name always stands beside it.
 *
 * <pre>{@code
 * new Avatar("Joanna Smith", photoUrl, Avatar.Size.LARGE);
 * LitRenderer.<Row>of(Avatar.template("face")).withProperty("face", r -> Avatar.model(name, url));
 * }</pre>
 */
public final class Avatar extends Span {

  /** 28, 40, 72 and 112 px. */
  public enum Size {
    SMALL("zore-avatar-s"),
    MEDIUM("zore-avatar-m"),
    LARGE("zore-avatar-l"),
    HUGE("zore-avatar-xl");

    private final String className;

    Size(String className) {
      this.className = className;
    }
  }

  private static final int HUES = 8;

  /** A face of this size; without a photo the initials. */
  public Avatar(String name, @Nullable String photoUrl, Size size) {
    addClassNames("zore-avatar", size.className, hue(name));
    getElement().setAttribute("aria-hidden", "true");
    if (photoUrl == null) {
      add(new Span(initials(name)));
    } else {
      Image photo = new Image(photoUrl, "");
      photo.getElement().setAttribute("loading", "lazy");
      add(photo);
    }
  }

  /** The small face as a grid template that reads {@code item.<property>}. */
  public static String template(String property) {
    return """
        <span class="zore-avatar zore-avatar-s ${item.%1$s.hue}" aria-hidden="true">\
        ${item.%1$s.photo ? html`<img src="${item.%1$s.photo}" alt="" loading="lazy">` \
        : html`<span>${item.%1$s.initials}</span>`}</span>"""
        .formatted(property);
  }

  /** What {@link #template} shows for one row. */
  public static Model model(String name, @Nullable String photoUrl) {
    return new Model(hue(name), initials(name), photoUrl == null ? "" : photoUrl);
  }

  /** The parts of a face as a template reads them. */
  public record Model(String hue, String initials, String photo) {}

  /** First letters of the first and the last word; one word gives one letter, none gives "?". */
  static String initials(String name) {
    String[] words = name.strip().split("\\s+", -1);
    String first = firstLetter(words[0]);
    if (first.isEmpty()) {
      return "?";
    }
    return words.length == 1 ? first : first + firstLetter(words[words.length - 1]);
  }

  private static String firstLetter(String word) {
    return word.codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(1)
        .mapToObj(point -> Character.toString(Character.toUpperCase(point)))
        .findFirst()
        .orElse("");
  }

  private static String hue(String name) {
    return "zore-hue-" + Math.floorMod(name.strip().hashCode(), HUES);
  }
}
