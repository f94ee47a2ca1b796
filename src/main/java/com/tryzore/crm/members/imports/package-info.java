/**
 * Reading a list of members from a file: what the file is, what its columns mean, which rows can be
 * taken and which of them may be here already. Plain Java; knows neither database nor screen.
 */
@NullMarked
package com.tryzore.crm.members.imports;

import org.jspecify.annotations.NullMarked;
