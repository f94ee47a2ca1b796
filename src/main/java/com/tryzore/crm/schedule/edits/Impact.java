package com.tryzore.crm.schedule.edits;

/**
 * What a change comes to, in occurrences up to the horizon.
 *
 * @param moved take place at another time
 * @param restated keep their time
 * @param cancelled do not take place
 * @param created are new
 * @param keptChanged were changed on their own and stay as they are
 */
public record Impact(int moved, int restated, int cancelled, int created, int keptChanged) {}
