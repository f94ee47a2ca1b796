package com.tryzore.crm.shell;

import com.tryzore.crm.ui.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the page says when the server is out of reach, or has forgotten it. A session that is over
 * loads the page anew at the next action: that leads to signing in, and nothing stays on screen.
 */
@Component
class Connection implements VaadinServiceInitListener {

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.getSource().setSystemMessagesProvider(info -> messages(info.getLocale()));
    event.getSource().addUIInitListener(init -> prepare(init.getUI()));
  }

  private static SystemMessages messages(@Nullable Locale reader) {
    Texts texts = Texts.in(reader == null ? Locale.ENGLISH : reader);
    CustomizedSystemMessages messages = new CustomizedSystemMessages();
    messages.setSessionExpiredNotificationEnabled(false);
    messages.setInternalErrorCaption(texts.get("shell.fault.broken.title"));
    messages.setInternalErrorMessage(texts.get("shell.connection.reload"));
    messages.setCookiesDisabledCaption(texts.get("shell.connection.cookies"));
    messages.setCookiesDisabledMessage(texts.get("shell.connection.cookies-text"));
    return messages;
  }

  private static void prepare(UI ui) {
    ui.getPage()
        .executeJs(
            "window.zore.connection($0, $1, $2)",
            ui.getTranslation("shell.connection.online"),
            ui.getTranslation("shell.connection.offline"),
            ui.getTranslation("shell.connection.reconnecting"));
  }
}
