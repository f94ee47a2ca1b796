/**
 * Importing a list of members. The engine is plain Java: what a file is, what its columns mean,
 * which rows can be taken, which of them may be here already ({@link
 * com.tryzore.crm.members.imports.MemberListReader}). Around it, {@link
 * com.tryzore.crm.members.imports.MemberImports} is the public face: it keeps the file, runs the
 * import in the background as one transaction, and takes it back.
 */
@NullMarked
package com.tryzore.crm.members.imports;

import org.jspecify.annotations.NullMarked;
