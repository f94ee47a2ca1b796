package com.tryzore.crm.members.ui;

import com.tryzore.crm.ui.Icon;

/** Something that a feature offers at the head of the roster, about nobody in it yet: a bean. */
public interface RosterOffer {

  /** Its picture. */
  Icon icon();

  /** What it is called, in a few words of the reader's language. */
  String words();

  /** Whether it can be done here by the account of this tab. */
  boolean offered();

  /** Begins it in this tab. */
  void begin();
}
