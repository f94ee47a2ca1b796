package com.tryzore.crm.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.i18n.I18NProvider;

/**
 * Short answers that come and go at the foot of the page and are read aloud: politely when it went
 * well, at once when it did not. What went wrong stays until it is closed.
 *
 * <pre>{@code
 * Toasts.done(getTranslation("members.saved", name));
 * Toasts.undoable(getTranslation("visits.checkedIn", name), () -> visits.undo(id));
 * Toasts.trouble(getTranslation("members.gone"));
 * Toasts.action(Tone.CAUTION, words, getTranslation("schedule.show"), () -> show(event));
 * }</pre>
 */
public final class Toasts {

  private static final int READ = 5_000;
  private static final int ACT = 12_000;
  private static final int STAYS = 0;

  private Toasts() {}

  /** It is done; five seconds. */
  public static void done(String words) {
    show(Tone.GOOD, words, READ, null);
  }

  /** Something to know and nothing to do about it; five seconds. */
  public static void note(String words) {
    show(Tone.QUIET, words, READ, null);
  }

  /** It is done and can be taken back, for twelve seconds here. */
  public static void undoable(String words, Runnable undo) {
    Button button = button(I18NProvider.translate("ui.toast.undo"), undo);
    button.setIcon(Icon.UNDO.create());
    show(Tone.GOOD, words, ACT, button);
  }

  /** It went wrong, in words that say what to do; stays until closed. */
  public static void trouble(String words) {
    show(Tone.BAD, words, STAYS, null);
  }

  /** Something to know, with something to do about it; twelve seconds. */
  public static void action(Tone tone, String words, String actionWords, Runnable action) {
    show(tone, words, ACT, button(actionWords, action));
  }

  private static Button button(String words, Runnable action) {
    Button button = new Button(words);
    AboveDialogs.onClick(button, action);
    button.addClassName("zore-toast-action");
    return button;
  }

  private static void show(
      Tone tone, String words, int milliseconds, @org.jspecify.annotations.Nullable Button action) {
    Notification toast = new Notification();
    toast.addClassNames("zore-toast", tone.className());
    // A dialog has its buttons at its foot, and a toast must not lie on them.
    toast.setPosition(AboveDialogs.isOpen() ? Position.TOP_CENTER : Position.BOTTOM_CENTER);
    toast.setDuration(milliseconds);
    toast.setAssertive(tone == Tone.BAD);
    Div body = new Div(tone.icon().create(), new Span(words));
    body.addClassName("zore-toast-body");
    if (action != null) {
      AboveDialogs.onClick(action, toast::close);
      body.add(action);
    }
    Button close = new Button(Icon.CLOSE.create());
    AboveDialogs.onClick(close, toast::close);
    close.addClassNames("zore-quiet", "zore-icon-button");
    close.setAriaLabel(I18NProvider.translate("ui.close"));
    body.add(close);
    toast.add(body);
    toast.addOpenedChangeListener(
        change -> {
          if (!change.isOpened()) {
            toast.removeFromParent();
          }
        });
    toast.open();
  }
}
