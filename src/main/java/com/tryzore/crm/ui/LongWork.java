package com.tryzore.crm.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work that may take seconds, on a thread of its own, told how far it is, with a way to stop it.
 * The thread has no binding: what is done there brings its own.
 *
 * <pre>{@code
 * LongWork work = new LongWork(getTranslation("members.import.checking"), this::goBack);
 * add(work);
 * work.run(ui, progress -> bindings.callAs(binding, () -> imports.dryRun(…, progress::goOn)), this::show);
 * }</pre>
 */
public final class LongWork extends Div {

  /** Hears how far it is, in whatever is counted, and answers whether to go on. */
  @FunctionalInterface
  public interface Progress {
    /** So much of so much; a total of 0 is not known yet. */
    boolean goOn(long done, long total);
  }

  private static final long BETWEEN_WORDS = Duration.ofMillis(250).toNanos();

  private final ProgressBar bar = new ProgressBar();
  private boolean finishes;
  private volatile boolean stopped;
  private volatile boolean left;
  private volatile long next = System.nanoTime() + BETWEEN_WORDS;

  /**
   * Nothing yet.
   *
   * @param words what is being done
   * @param stop what happens when the person presses Cancel; null when it cannot be stopped
   */
  public LongWork(String words, @Nullable Runnable stop) {
    addClassNames("zore-card", "import-look");
    Span saying = new Span(words);
    saying.getElement().setAttribute("role", "status");
    bar.setIndeterminate(true);
    bar.getElement().setAttribute("aria-label", words);
    add(saying, bar);
    if (stop != null) {
      Button cancel = new Button(getTranslation("ui.cancel"));
      cancel.addClickListener(
          click -> {
            stopped = true;
            stop.run();
          });
      add(cancel);
    }
  }

  /** Goes on when the person goes elsewhere; otherwise that stops it. */
  public LongWork finishes() {
    finishes = true;
    return this;
  }

  /**
   * Works, then hands over what was found unless nobody waits any more. What goes wrong goes to the
   * tab's error handler, and a way to try again stands where the progress was.
   */
  public <T> void run(UI ui, Function<Progress, T> work, Consumer<T> found) {
    Thread.ofVirtual()
        .name("long-work")
        .start(
            () -> {
              Command outcome;
              try {
                T result = work.apply((done, total) -> goOn(ui, done, total));
                outcome = () -> found.accept(result);
              } catch (RuntimeException trouble) {
                outcome =
                    () -> {
                      failed(() -> run(ui, work, found));
                      throw trouble;
                    };
              }
              tell(ui, outcome);
            });
  }

  private void failed(Runnable again) {
    List<Component> before = getChildren().toList();
    removeAll();
    add(
        new LoadFailed(
            () -> {
              removeAll();
              bar.setIndeterminate(true);
              add(before);
              again.run();
            }));
  }

  private boolean goOn(UI ui, long done, long total) {
    if (!stopped && !left && System.nanoTime() > next && total > 0) {
      next = System.nanoTime() + BETWEEN_WORDS;
      double share = Math.min(1.0, (double) done / total);
      // Never from this thread: it is in a transaction, which a callback of the tab must not find.
      Thread.ofVirtual()
          .start(
              () ->
                  tell(
                      ui,
                      () -> {
                        bar.setIndeterminate(false);
                        bar.setValue(share);
                      }));
    }
    return !stopped && (finishes || !left);
  }

  private void tell(UI ui, Command words) {
    try {
      var unused =
          ui.access(
              () -> {
                if (!stopped && !left) {
                  words.execute();
                }
              });
    } catch (UIDetachedException gone) {
      left = true;
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    left = true;
  }
}
