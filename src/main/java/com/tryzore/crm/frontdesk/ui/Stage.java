package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.CheckIn;

/** Where the desk's answer is shown: the card on the page of today, or a toast on any other. */
interface Stage {

  /** Shows what became of a check-in; never a refusal that nobody has answered yet. */
  void show(CheckIn answer);

  /** Shows that a refused member was turned away. */
  void turnedAway(CheckIn.Refused answer);

  /** A check-in was taken back. */
  void undone(CheckIn.Done answer);
}
