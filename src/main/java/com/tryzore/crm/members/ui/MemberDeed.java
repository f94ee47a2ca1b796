package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.ui.Icon;

/**
 * Something that a feature can do with a member, from wherever one is on screen: by its key in the
 * search row and on the roster, by its button in the profile. A feature offers a bean. A deed asks
 * or shows what it does in a dialog; while that is on its way, keys typed meanwhile wait for it
 * ({@code window.zore.expect}).
 */
public interface MemberDeed {

  /** The key: one upper-case letter, different for each deed. */
  String key();

  /** Its picture. */
  Icon icon();

  /** What it is called, in one or two words of the reader's language. */
  String words();

  /** Deeds with a smaller number come first. */
  int order();

  /** Whether the account of this tab can do it here at all. */
  boolean offered();

  /** Begins it in this tab. */
  void begin(ClientId member);
}
