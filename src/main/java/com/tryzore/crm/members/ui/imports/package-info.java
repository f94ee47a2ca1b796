/**
 * Importing a list of members on screen: bring a file, see how it is read, see what would happen,
 * decide about duplicates, watch it run, take it back. {@link
 * com.tryzore.crm.members.ui.imports.ImportNews} tells other desks.
 */
@NullMarked
package com.tryzore.crm.members.ui.imports;

import org.jspecify.annotations.NullMarked;
