package com.tryzore.crm.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the command palette. Enter (or a click) does {@link #enter}; the keys do what
 * stands beside them once the row is entered with Tab. The palette closes before an action runs.
 *
 * <pre>{@code
 * PaletteItem.of(Icon.MEMBER, "Joanna Smith", () -> checkIn(id))
 *     .person(photoUrl)
 *     .subtitle("M-00012 · born 3 May 1988 · ends 14 Mar 2027")
 *     .badge(Tone.GOOD, Icon.CHECK, "Active")
 *     .enterWords("Check in")
 *     .key("F", "Freeze", () -> freeze(id))
 *     .key("O", "Open", () -> open(id));
 * }</pre>
 *
 * @param icon drawn when the item is no person
 * @param title what it is, the strongest words of the row
 * @param subtitle what tells it from its namesakes; may be empty
 * @param badge its state, if it has one
 * @param person whether to draw a face: the photo, or initials of the title
 * @param photoUrl the photo of a person who has one
 * @param enterWords what Enter does, in one or two words; empty for "Open"
 * @param enter what Enter does
 * @param keys what single keys do
 */
public record PaletteItem(
    Icon icon,
    String title,
    String subtitle,
    @Nullable Badge badge,
    boolean person,
    @Nullable String photoUrl,
    String enterWords,
    Runnable enter,
    List<KeyAction> keys) {

  /** A state in colour, icon and words. */
  public record Badge(Tone tone, Icon icon, String words) {}

  /**
   * What a key does.
   *
   * @param key one upper-case letter or digit
   * @param asks whether it opens something that asks for more: keys typed meanwhile wait for it
   */
  public record KeyAction(String key, String words, boolean asks, Runnable action) {}

  /** An answer with an icon, a title and what Enter does. */
  public static PaletteItem of(Icon icon, String title, Runnable enter) {
    return new PaletteItem(icon, title, "", null, false, null, "", enter, List.of());
  }

  /** The same with a second line. */
  public PaletteItem subtitle(String words) {
    return new PaletteItem(icon, title, words, badge, person, photoUrl, enterWords, enter, keys);
  }

  /** The same with a state. */
  public PaletteItem badge(Tone tone, Icon badgeIcon, String words) {
    return new PaletteItem(
        icon,
        title,
        subtitle,
        new Badge(tone, badgeIcon, words),
        person,
        photoUrl,
        enterWords,
        enter,
        keys);
  }

  /** The same with a face: the photo, or initials where there is none. */
  public PaletteItem person(@Nullable String photo) {
    return new PaletteItem(icon, title, subtitle, badge, true, photo, enterWords, enter, keys);
  }

  /** The same with words for what Enter does. */
  public PaletteItem enterWords(String words) {
    return new PaletteItem(icon, title, subtitle, badge, person, photoUrl, words, enter, keys);
  }

  /** The same with one more key. */
  public PaletteItem key(String key, String words, Runnable action) {
    return with(new KeyAction(key, words, false, action));
  }

  /** The same with one more key, which opens something that asks for more. */
  public PaletteItem asking(String key, String words, Runnable action) {
    return with(new KeyAction(key, words, true, action));
  }

  private PaletteItem with(KeyAction key) {
    List<KeyAction> more = new ArrayList<>(keys);
    more.add(key);
    return new PaletteItem(
        icon, title, subtitle, badge, person, photoUrl, enterWords, enter, List.copyOf(more));
  }
}
