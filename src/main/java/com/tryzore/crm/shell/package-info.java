/**
 * What surrounds every view of an organization: navigation, search and actions from anywhere, the
 * switcher, the bell, the user's menu, and the pages for what went wrong.
 */
@NullMarked
package com.tryzore.crm.shell;

import org.jspecify.annotations.NullMarked;
