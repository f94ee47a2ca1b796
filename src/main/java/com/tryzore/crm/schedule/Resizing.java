package com.tryzore.crm.schedule;

import java.util.List;

/** What became of the wish for more or fewer seats. */
public sealed interface Resizing {

  /**
   * Done.
   *
   * @param booked seats taken now
   * @param promoted who got a seat by it
   */
  record Done(int booked, List<Promoted> promoted) implements Resizing {}

  /**
   * More seats are taken than there would be; nothing was written.
   *
   * @param booked seats taken
   */
  record TooSmall(int booked) implements Resizing {}

  /** There is no such event at this gym. */
  record Unknown() implements Resizing {}
}
