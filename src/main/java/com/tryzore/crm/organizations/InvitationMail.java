package com.tryzore.crm.organizations;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.ui.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
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
   * @param reader whose language the mail is written in
   * @return whether the mail server took it, as soon as that is known; empty when there is none
   */
  Optional<CompletionStage<Boolean>> sendAfterCommit(
      String name, String email, String link, Binding inviter, Locale reader) {
    JavaMailSender server = sender.getIfAvailable();
    if (server == null) {
      return Optional.empty();
    }
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    SimpleMailMessage message = message(name, email, link, inviter, reader);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            try {
              later.execute(() -> taken.complete(send(server, message)));
            } catch (RejectedExecutionException stopping) {
              taken.complete(false);
            }
          }
        });
    return Optional.of(taken);
  }

  private SimpleMailMessage message(
      String name, String email, String link, Binding inviter, Locale reader) {
    Texts texts = Texts.in(reader);
    String organization = oneLine(inviter.organizationName());
    SimpleMailMessage message = new SimpleMailMessage();
    message.setFrom(from);
    message.setTo(email);
    message.setSubject(texts.get("organizations.invitation.subject", organization));
    message.setText(
        texts.get(
            "organizations.invitation.text",
            oneLine(name),
            oneLine(inviter.userName()),
            organization,
            link));
    return message;
  }

  /** A name fills its place in a sentence: it neither ends a header nor begins a paragraph. */
  private static String oneLine(String name) {
    return name.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
  }

  private static boolean send(JavaMailSender server, SimpleMailMessage message) {
    try {
      server.send(message);
      return true;
    } catch (MailException refused) {
      log.warn("An invitation could not be mailed ({}); its link can be copied", cause(refused));
      return false;
    }
  }

  /** What went wrong, in kinds of errors only: their messages repeat the address. */
  private static String cause(MailException refused) {
    Throwable first =
        refused instanceof MailSendException sending && sending.getMessageExceptions().length > 0
            ? sending.getMessageExceptions()[0]
            : refused;
    Throwable deepest = NestedExceptionUtils.getMostSpecificCause(first);
    return first.getClass().getSimpleName() + ", " + deepest.getClass().getSimpleName();
  }
}
