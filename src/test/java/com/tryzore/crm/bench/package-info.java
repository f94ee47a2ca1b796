/** Large numbers of believable members, for measuring and for plan checks. */
@NullMarked
package com.tryzore.crm.bench;

import org.jspecify.annotations.NullMarked;
