/** Screens and wiring of access: the way in, the binding of each browser tab, what ends it. */
@NullMarked
package com.tryzore.crm.access.ui;

import org.jspecify.annotations.NullMarked;
