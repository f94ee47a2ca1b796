package com.tryzore.crm.database;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the one line that says where the application is, and what other features note. */
@Component
class ReadyLine {

  private final ObjectProvider<ReadyNote> notes;
  private final boolean rehearsal;

  /**
   * @param rehearsal whether to stop as soon as everything stands, which is how a class cache for
   *     faster starts is recorded
   */
  ReadyLine(ObjectProvider<ReadyNote> notes, @Value("${zore.rehearsal:false}") boolean rehearsal) {
    this.notes = notes;
    this.rehearsal = rehearsal;
  }

  @EventListener
  void print(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() != null) {
      System.out.println(line(context.getWebServer().getPort()));
    }
    if (rehearsal) {
      new Thread(() -> System.exit(SpringApplication.exit(ready.getApplicationContext()))).start();
    }
  }

  String line(int port) {
    return Stream.concat(
            Stream.of("TryZore CRM is ready: http://localhost:" + port),
            notes.orderedStream().map(ReadyNote::text).filter(text -> !text.isBlank()))
        .collect(Collectors.joining(" — "));
  }
}
