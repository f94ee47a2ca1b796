/**
 * Importing a timetable on screen: bring a file, say what its names mean, see what would happen,
 * let it happen, take it back.
 */
@NullMarked
package com.tryzore.crm.schedule.ui.imports;

import org.jspecify.annotations.NullMarked;
