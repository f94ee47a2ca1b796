/**
 * The demo organizations of a new installation: a chain with three gyms in three time zones and a
 * rival, loaded through the services under real bindings, so that they cannot hold what the rules
 * forbid.
 */
@NullMarked
package com.tryzore.crm.demo;

import org.jspecify.annotations.NullMarked;
