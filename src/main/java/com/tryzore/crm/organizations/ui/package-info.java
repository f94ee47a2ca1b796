/** The staff page: who works here, and what they may do. */
@NullMarked
package com.tryzore.crm.organizations.ui;

import org.jspecify.annotations.NullMarked;
