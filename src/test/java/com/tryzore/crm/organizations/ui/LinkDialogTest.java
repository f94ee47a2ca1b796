package com.tryzore.crm.organizations.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestTabs;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** What somebody who invites is told about the mail. */
@SpringBootTest(properties = "zore.data=target")
class LinkDialogTest {
  private static final String LINK = "https://gym.example/welcome/secret";

  @Autowired ApplicationContext context;

  private TestTabs tabs;
  private BrowserlessUIContext tab;

  @BeforeEach
  void open() {
    tabs = TestTabs.of(context);
    tab = tabs.stranger();
    tab.getUI().setLocale(Locale.ENGLISH);
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  @Test
  void without_a_mail_server_the_link_is_to_be_copied() {
    assertThat(sentence(opened(Optional.empty()))).startsWith("Copy this link");
  }

  @Test
  void a_mail_that_is_taken_is_on_its_way() {
    CompletableFuture<Boolean> mail = new CompletableFuture<>();
    LinkDialog dialog = opened(Optional.of(mail));
    mail.complete(true);
    tab.getUI().getSession().getService().runPendingAccessTasks(tab.getUI().getSession());
    assertThat(sentence(dialog)).startsWith("The link is on its way by e-mail.");
  }

  @Test
  void a_mail_that_is_refused_is_said_to_be_and_the_link_stays() {
    CompletableFuture<Boolean> mail = new CompletableFuture<>();
    LinkDialog dialog = opened(Optional.of(mail));
    mail.complete(false);
    tab.getUI().getSession().getService().runPendingAccessTasks(tab.getUI().getSession());
    assertThat(sentence(dialog)).startsWith("The mail server did not take the mail. Copy this");
    assertThat(within(dialog, TextField.class).getValue()).isEqualTo(LINK);
  }

  private static LinkDialog opened(Optional<CompletionStage<Boolean>> mail) {
    LinkDialog dialog = new LinkDialog("Ana Silva", LINK, mail);
    dialog.open();
    return dialog;
  }

  private static String sentence(LinkDialog dialog) {
    return within(dialog, Paragraph.class).getText();
  }

  private static <C extends Component> C within(Component parent, Class<C> kind) {
    return parent
        .getChildren()
        .flatMap(
            child ->
                java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(child), child.getChildren()))
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }
}
