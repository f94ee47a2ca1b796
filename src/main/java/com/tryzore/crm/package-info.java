/** TryZore CRM. Each feature has a package of its own; its root is the public face. */
@NullMarked
package com.tryzore.crm;

import org.jspecify.annotations.NullMarked;
