package com.tryzore.crm;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: one process that serves the screens and binds each tab to a PostgreSQL role. */
@SpringBootApplication
@StyleSheet(Aura.STYLESHEET)
@Push(transport = Transport.WEBSOCKET_XHR)
public class Application implements AppShellConfigurator {

  /** Starts the application; when it cannot start, one sentence says why and the exit code is 1. */
  public static void main(String[] args) {
    try {
      SpringApplication.run(Application.class, args);
    } catch (RuntimeException e) {
      if (!isStopping()) {
        System.err.println(StartupSentence.of(e));
        System.exit(1);
      }
    }
  }

  /** Whether somebody stopped the application before it was ready; that needs no explanation. */
  private static boolean isStopping() {
    try {
      Thread nothing = new Thread(() -> {});
      Runtime.getRuntime().addShutdownHook(nothing);
      Runtime.getRuntime().removeShutdownHook(nothing);
      return false;
    } catch (IllegalStateException shutdownInProgress) {
      return true;
    }
  }
}
