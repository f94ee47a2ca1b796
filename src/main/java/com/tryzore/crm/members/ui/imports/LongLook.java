package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.imports.ImportProgress;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A look at a file that may take seconds: under the tab's binding, on a thread of its own, told how
 * far it is, and stopped when the person goes on to something else.
 */
final class LongLook extends Div {
  private static final long BETWEEN_WORDS = Duration.ofMillis(250).toNanos();

  private final transient Bindings bindings;
  private final ProgressBar bar = new ProgressBar();
  private volatile boolean stopped;
  private volatile long next = System.nanoTime() + BETWEEN_WORDS;

  /**
   * Nothing yet.
   *
   * @param words what is being done
   * @param stop what happens when the person presses Cancel
   */
  LongLook(Bindings bindings, String words, Runnable stop) {
    this.bindings = bindings;
    addClassNames("zore-card", "import-look");
    Span saying = new Span(words);
    saying.setId("import-look-words");
    saying.getElement().setAttribute("role", "status");
    bar.setIndeterminate(true);
    bar.getElement().setAttribute("aria-label", words);
    Button cancel = new Button(getTranslation("ui.cancel"));
    cancel.addClickListener(
        click -> {
          stopped = true;
          stop.run();
        });
    add(saying, bar, cancel);
  }

  /**
   * Works, then hands over what was found unless nobody waits any more. What goes wrong goes to the
   * tab's error handler.
   */
  <T> void run(UI ui, Function<ImportProgress, T> work, Consumer<T> found) {
    Binding binding = bindings.required();
    Thread.ofVirtual()
        .name("import-look")
        .start(
            () -> {
              Command outcome;
              try {
                T result =
                    bindings.callAs(
                        binding, () -> work.apply((rows, bytes, total) -> goOn(ui, bytes, total)));
                outcome = () -> found.accept(result);
              } catch (RuntimeException trouble) {
                outcome =
                    () -> {
                      throw trouble;
                    };
              }
              tell(ui, outcome);
            });
  }

  private boolean goOn(UI ui, long bytes, long total) {
    if (!stopped && System.nanoTime() > next && total > 0) {
      next = System.nanoTime() + BETWEEN_WORDS;
      double share = Math.min(1.0, (double) bytes / total);
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
    return !stopped;
  }

  private void tell(UI ui, Command words) {
    try {
      var unused =
          ui.access(
              () -> {
                if (!stopped) {
                  words.execute();
                }
              });
    } catch (UIDetachedException gone) {
      stopped = true;
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    stopped = true;
  }
}
