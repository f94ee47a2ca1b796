/**
 * What a membership agrees to: its dates, its freezes, its money, and why each of them is what it
 * is. Plain Java over days and minor units of a currency; knows neither database nor screen. Every
 * result is the sum of the lines that explain it: {@link
 * com.tryzore.crm.memberships.terms.DateStory}, {@link
 * com.tryzore.crm.memberships.terms.AmountStory}.
 */
@NamedInterface("terms")
@NullMarked
package com.tryzore.crm.memberships.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
