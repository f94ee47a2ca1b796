package com.tryzore.crm.shell;

import com.tryzore.crm.ui.ScanListener;
import com.tryzore.crm.ui.Toasts;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands what a scanner read to the view on screen, then to whoever else reads codes. */
@Component
class Scanner {

  private static final int SHORTEST = 6;
  private static final int LONGEST = 200;

  private final List<ScanListener> listeners;

  Scanner(ObjectProvider<ScanListener> listeners) {
    this.listeners = listeners.orderedStream().toList();
  }

  /** A burst arrived; a browser’s word, so its length is checked again. */
  void scanned(String burst, @Nullable Object view) {
    String code = burst.strip();
    if (code.length() < SHORTEST || code.length() > LONGEST) {
      return;
    }
    boolean taken =
        (view instanceof ScanListener reading && reading.scanned(code))
            || listeners.stream().anyMatch(listener -> listener.scanned(code));
    if (!taken) {
      Toasts.action(
          Tone.CAUTION,
          I18NProvider.translate("shell.scan.unread"),
          I18NProvider.translate("ui.close"),
          () -> {});
    }
  }
}
