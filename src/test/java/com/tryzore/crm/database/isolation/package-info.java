/**
 * The proof that the schema isolates: an oracle of what each tier may do, written from the design
 * and not from the policies, and everything that tries to get past them.
 */
@NullMarked
package com.tryzore.crm.database.isolation;

import org.jspecify.annotations.NullMarked;
