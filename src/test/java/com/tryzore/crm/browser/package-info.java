/** What only a real browser can show. */
@NullMarked
package com.tryzore.crm.browser;

import org.jspecify.annotations.NullMarked;
