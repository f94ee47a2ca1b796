/**
 * Who may act where: sign-in through the gate, the binding of a UI session to one user, one
 * organization and one PostgreSQL role, and the connections on which bound work runs. Knows no
 * feature.
 */
@NullMarked
package com.tryzore.crm.access;

import org.jspecify.annotations.NullMarked;
