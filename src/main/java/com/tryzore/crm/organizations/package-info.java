/**
 * Organizations and the accounts of those who work there: who may act, as what, with which single
 * rights. Invitations are one-time links.
 */
@NullMarked
package com.tryzore.crm.organizations;

import org.jspecify.annotations.NullMarked;
