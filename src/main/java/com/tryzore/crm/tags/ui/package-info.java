/** Tags on screen: the chip, putting them on by typing, keeping them in order. */
@NullMarked
package com.tryzore.crm.tags.ui;

import org.jspecify.annotations.NullMarked;
