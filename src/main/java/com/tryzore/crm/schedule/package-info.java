/** The calendar: classes, tours and personal training, the series they come from. */
@NullMarked
package com.tryzore.crm.schedule;

import org.jspecify.annotations.NullMarked;
