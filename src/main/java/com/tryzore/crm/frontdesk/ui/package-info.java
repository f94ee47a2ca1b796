/** The desk on screen: the page of today, and check-in by card or palette from every other page. */
@NullMarked
package com.tryzore.crm.frontdesk.ui;

import org.jspecify.annotations.NullMarked;
