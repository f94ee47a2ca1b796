package com.tryzore.crm.access;

import java.util.Optional;

/**
 * Tells which binding belongs to what is going on right now, e.g. to the browser tab being served.
 */
@FunctionalInterface
public interface BindingSource {

  /** The binding of the place the current thread is working for, if it has one. */
  Optional<Binding> current();
}
