package com.tryzore.crm.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The binding that work on this thread runs under: the one given to {@link #callAs} or {@link
 * #runAs}, otherwise the current UI's.
 *
 * <p>A scope opened by {@code callAs} holds only while the thread keeps working for the UI (or for
 * no UI) it was opened in. Vaadin may run another tab's waiting task inside {@code UI.access}, in
 * the same thread: that task sees its own tab's binding, never the scope of the one that let it in.
 */
@Component
public class Bindings {
  private static final ThreadLocal<@Nullable Scope> SCOPE = new ThreadLocal<>();

  private final ObjectProvider<BindingSource> source;

  Bindings(ObjectProvider<BindingSource> source) {
    this.source = source;
  }

  /**
   * The binding to work under.
   *
   * @throws NotBoundException when there is none
   */
  public Binding required() {
    return current()
        .orElseThrow(
            () ->
                new NotBoundException(
                    "Nobody is bound here: work on data needs a tab that has been bound to an"
                        + " organization, or Bindings.callAs"));
  }

  /** The binding to work under, if there is one. */
  public Optional<Binding> current() {
    Optional<Binding> ambient = ambient();
    Scope open = SCOPE.get();
    return open != null && open.ambient().equals(ambient) ? Optional.of(open.binding()) : ambient;
  }

  /**
   * Does some work under a binding on this thread, for background work and loaders.
   *
   * @param binding what to work under
   * @param work runs at once, in this thread
   * @return what the work returned
   * @throws X what the work threw
   */
  public <T extends @Nullable Object, X extends Exception> T callAs(
      Binding binding, BoundWork<T, X> work) throws X {
    Scope outer = SCOPE.get();
    SCOPE.set(new Scope(binding, ambient()));
    try {
      return work.call();
    } finally {
      if (outer == null) {
        SCOPE.remove();
      } else {
        SCOPE.set(outer);
      }
    }
  }

  /** As {@link #callAs}, for work without a result. */
  public void runAs(Binding binding, Runnable work) {
    callAs(
        binding,
        () -> {
          work.run();
          return true;
        });
  }

  private Optional<Binding> ambient() {
    BindingSource tabs = source.getIfAvailable();
    return tabs == null ? Optional.empty() : tabs.current();
  }

  /**
   * Work that needs a binding; a lambda fits.
   *
   * @param <T> what it returns
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface BoundWork<T extends @Nullable Object, X extends Exception> {
    T call() throws X;
  }

  private record Scope(Binding binding, Optional<Binding> ambient) {}
}
