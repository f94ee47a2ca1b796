/**
 * The front desk: who may come in and why not, check-in and its undo, and what a desk sees of
 * today.
 *
 * <ul>
 *   <li>{@link com.tryzore.crm.frontdesk.CheckInVerdict} says what the desk is told; its reasons
 *       are {@link com.tryzore.crm.frontdesk.Heed} and {@link com.tryzore.crm.frontdesk.WhyNot}.
 *   <li>{@link com.tryzore.crm.frontdesk.FrontDesk} checks in, allows and undoes; it answers with a
 *       {@link com.tryzore.crm.frontdesk.CheckIn}.
 *   <li>{@link com.tryzore.crm.frontdesk.DeskBoard} reads what stands on the page of today.
 *   <li>{@link com.tryzore.crm.frontdesk.HandOver} keeps what one shift leaves for the next.
 * </ul>
 */
@NullMarked
package com.tryzore.crm.frontdesk;

import org.jspecify.annotations.NullMarked;
