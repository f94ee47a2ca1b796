package com.tryzore.crm.organizations;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.ui.Texts;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Mails one-time links, when a mail server is configured ({@code spring.mail.host}). */
@Component
class InvitationMail {

  private static final Logger log = LoggerFactory.getLogger(InvitationMail.class);

  private final ObjectProvider<JavaMailSender> sender;
  private final String from;
  private final Executor later;

  InvitationMail(
      ObjectProvider<JavaMailSender> sender,
      @Value("${zore.mail.from:no-reply@localhost}") String from,
      @Qualifier("applicationTaskExecutor") Executor later) {
    this.sender = sender;
    this.from = from;
    this.later = later;
  }

  /**
   * Sends the link once the invitation is committed, without keeping anyone waiting for the mail
   * server.
   *
   * @return whether there is a mail server to hand it to
   */
  boolean sendAfterCommit(String name, String email, String link, Binding inviter) {
    JavaMailSender server = sender.getIfAvailable();
    if (server == null) {
      return false;
    }
    Locale reader = LocaleContextHolder.getLocale();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            later.execute(() -> send(server, message(name, email, link, inviter, reader)));
          }
        });
    return true;
  }

  private SimpleMailMessage message(
      String name, String email, String link, Binding inviter, Locale reader) {
    Texts texts = Texts.in(reader);
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(email);
    message.setSubject(texts.get("organizations.invitation.subject", inviter.organizationName()));
    message.setText(
        texts.get(
            "organizations.invitation.text",
            name,
            inviter.userName(),
            inviter.organizationName(),
            link));
    return message;
  }

  private static void send(JavaMailSender server, SimpleMailMessage message) {
    try {
      server.send(message);
    } catch (MailException e) {
      log.warn("An invitation could not be mailed; its link can still be copied", e);
    }
  }
}
