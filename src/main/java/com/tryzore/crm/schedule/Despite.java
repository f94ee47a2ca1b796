package com.tryzore.crm.schedule;

/**
 * What was decided about that which stands against a wish.
 *
 * @param roomTaken sessions whose room is taken take place without it, marked; never twice in it
 * @param trainerBusy sessions whose trainer teaches something else then take place all the same
 * @param releasePlaces places in sessions that are cancelled are given up
 * @param keepOverfull sessions with more seats taken than there would be keep as many as are taken
 */
public record Despite(
    boolean roomTaken, boolean trainerBusy, boolean releasePlaces, boolean keepOverfull) {

  /** Nothing was decided yet. */
  public static final Despite NOTHING = new Despite(false, false, false, false);

  /** Everything that can be overridden is. */
  public static final Despite EVERYTHING = new Despite(true, true, true, true);
}
