package com.tryzore.crm.tags;

/**
 * A word of an organization's own.
 *
 * @param id which one it is
 * @param type what kind of word
 * @param name the word as written, unique within its type without regard to case
 * @param colour what it looks like
 * @param icon the icon beside it, e.g. {@code tag}
 */
public record Tag(TagId id, TagType type, String name, TagColour colour, String icon) {

  /** The icon of a tag for which nobody chose one. */
  public static final String PLAIN_ICON = "tag";
}
