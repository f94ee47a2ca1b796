/**
 * What is offered and what members hold: plans, memberships with their freezes, and the ledger of
 * uses.
 */
@NullMarked
package com.tryzore.crm.memberships;

import org.jspecify.annotations.NullMarked;
