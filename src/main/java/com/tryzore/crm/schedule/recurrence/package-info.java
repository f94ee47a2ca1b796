/**
 * Rules by which events repeat (a subset of RFC 5545), the local starts and instants they come to,
 * and their words. Plain Java; knows neither database nor screen.
 */
@NullMarked
package com.tryzore.crm.schedule.recurrence;

import org.jspecify.annotations.NullMarked;
