/**
 * Changing a series: this occurrence, this and following, or all. Pure functions from what is and
 * what is wished to what will be, with everything that happens to each occurrence. Plain Java;
 * knows neither database nor screen.
 */
@NullMarked
package com.tryzore.crm.schedule.edits;

import org.jspecify.annotations.NullMarked;
