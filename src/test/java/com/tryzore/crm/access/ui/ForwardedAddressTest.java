package com.tryzore.crm.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** Guessing on under ever other addresses, on a container platform without a named proxy. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"zore.data=target", "spring.main.cloud-platform=kubernetes"})
@DirtiesContext
class ForwardedAddressTest {
  private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");
  private static final int TRIES_PER_ADDRESS = 40;

  @LocalServerPort int port;

  @Test
  void what_a_client_says_about_its_address_is_not_believed() throws Exception {
    HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();
    Matcher csrf =
        CSRF.matcher(
            client
                .send(
                    HttpRequest.newBuilder(at("/login")).header("Accept", "text/html").build(),
                    BodyHandlers.ofString())
                .body());
    assertThat(csrf.find()).isTrue();

    String last = "";
    for (int i = 0; i <= TRIES_PER_ADDRESS + 5 && !last.contains("wait"); i++) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(at("/sign-in"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header("X-Forwarded-For", "203.0.113." + i)
                  .header("Forwarded", "for=203.0.113." + i)
                  .header("X-Real-IP", "203.0.113." + i)
                  .POST(
                      BodyPublishers.ofString(
                          "username=guest%d@example.test&password=wrong&_csrf=%s"
                              .formatted(i, csrf.group(1))))
                  .build(),
              BodyHandlers.ofString());
      last = answer.headers().firstValue("location").orElse("");
    }
    assertThat(last).contains("/login?wait=");
  }

  private URI at(String page) {
    return URI.create("http://localhost:" + port + page);
  }
}
