package com.tryzore.crm.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestGym.Person;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Sign-in as a browser does it, against a running server. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"zore.data=target", "server.forward-headers-strategy=native"})
class SignInOverHttpTest {
  private static final String SECRET = "river boats go by";
  private static final Pattern CSRF = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");

  @LocalServerPort int port;
  @Autowired PasswordEncoder encoder;

  @Test
  void address_and_password_lead_in_and_change_the_session_id() throws Exception {
    Browser browser = new Browser();
    String csrf = browser.csrf();
    String before = browser.session();

    HttpResponse<String> answer = browser.signIn(person(Tier.STAFF).email(), SECRET, csrf);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(path(answer)).isEqualTo("/");
    assertThat(browser.session()).isNotBlank().isNotEqualTo(before);
    Browser fixated = new Browser();
    fixated.session(before);
    assertThat(path(fixated.get("/choose"))).as("the old id is nobody's").isEqualTo("/login");
  }

  @Test
  void the_page_asked_for_is_shown_after_signing_in() throws Exception {
    Browser browser = new Browser();
    assertThat(path(browser.get("/password"))).isEqualTo("/login");

    HttpResponse<String> answer = browser.signIn(person(Tier.STAFF).email(), SECRET);

    assertThat(location(answer)).isEqualTo("/password");
  }

  @Test
  void unknown_and_wrong_get_the_same_answer() throws Exception {
    HttpResponse<String> unknown = new Browser().signIn("nobody@example.test", SECRET);
    HttpResponse<String> wrong = new Browser().signIn(person(Tier.STAFF).email(), "wrong sentence");

    assertThat(location(unknown)).isEqualTo("/login?error").isEqualTo(location(wrong));
    assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(302);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
  }

  @Test
  void a_form_without_its_token_signs_nobody_in() throws Exception {
    Person person = person(Tier.STAFF);
    Browser browser = new Browser();
    browser.csrf();

    assertThat(location(browser.signIn(person.email(), SECRET, "made up")))
        .isEqualTo("/login?stale");
    assertThat(path(browser.get("/choose"))).isEqualTo("/login");
  }

  @Test
  void too_many_tries_are_told_how_long_to_wait() throws Exception {
    Person person = person(Tier.STAFF);
    Browser browser = new Browser();
    HttpResponse<String> answer = browser.signIn(person.email(), "wrong sentence");
    for (int i = 0; i < 8 && !location(answer).contains("wait"); i++) {
      answer = browser.signIn(person.email(), "wrong sentence");
    }
    assertThat(location(answer)).matches("/login\\?wait=[12]");
    assertThat(location(browser.signIn(person.email(), SECRET))).startsWith("/login?wait=");
  }

  @Test
  void signing_in_as_somebody_else_throws_the_first_session_away() throws Exception {
    Browser browser = new Browser();
    browser.signIn(person(Tier.STAFF).email(), SECRET);
    String first = browser.session();
    String csrf = browser.csrf("/choose");

    browser.signIn(person(Tier.STAFF).email(), SECRET, csrf);

    assertThat(browser.session()).isNotEqualTo(first);
    Browser left = new Browser();
    left.session(first);
    assertThat(path(left.get("/choose"))).isEqualTo("/login");
  }

  @Test
  void the_cookie_is_for_this_site_and_no_script() throws Exception {
    HttpResponse<String> answer = new Browser().get("/login");

    assertThat(answer.headers().allValues("set-cookie"))
        .filteredOn(cookie -> cookie.startsWith("zore="))
        .singleElement()
        .satisfies(
            cookie ->
                assertThat(cookie)
                    .contains("HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Secure"));
  }

  @Test
  void every_page_carries_the_headers_that_protect_it() throws Exception {
    for (String page : new String[] {"/login", "/actuator/health", "/styles/access.css"}) {
      HttpResponse<String> answer = new Browser().get(page);
      assertThat(answer.statusCode()).as(page).isEqualTo(200);
      assertThat(header(answer, "Content-Security-Policy"))
          .as(page)
          .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
          .contains("base-uri 'self'", "form-action 'self'")
          .doesNotContain("*", "http:", "https:");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
      assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
      assertThat(header(answer, "Permissions-Policy")).contains("geolocation=()", "microphone=()");
      assertThat(header(answer, "Cache-Control")).contains("no-");
      assertThat(header(answer, "Strict-Transport-Security")).as("not over http").isEmpty();
    }
  }

  @Test
  void a_page_that_fits_into_a_buffer_carries_them_as_well() throws Exception {
    Browser browser = new Browser();
    browser.signIn(person(Tier.STAFF).email(), SECRET);

    HttpResponse<String> small = browser.get("/?v-r=heartbeat&v-uiId=0");

    assertThat(small.statusCode()).as("Vaadin itself answers").isNotEqualTo(302);
    assertThat(small.body()).hasSizeLessThan(4_000);
    assertThat(header(small, "Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(header(small, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(small, "Referrer-Policy")).isEqualTo("same-origin");
    assertThat(header(small, "Cache-Control")).contains("no-");
  }

  @Test
  void behind_https_the_cookie_is_secure_and_the_browser_is_told_to_stay_there() throws Exception {
    HttpResponse<String> answer = new Browser().get("/login", "X-Forwarded-Proto", "https");

    assertThat(header(answer, "Strict-Transport-Security")).isEqualTo("max-age=31536000");
    assertThat(answer.headers().allValues("set-cookie"))
        .filteredOn(cookie -> cookie.startsWith("zore="))
        .singleElement()
        .satisfies(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
  }

  @Test
  void health_is_for_everybody_and_everything_else_behind_it_for_owners() throws Exception {
    Browser stranger = new Browser();
    assertThat(stranger.get("/actuator/health").body()).contains("\"UP\"").doesNotContain("db");
    assertThat(path(stranger.get("/actuator/metrics"))).isEqualTo("/login");
    Browser staff = new Browser();
    staff.signIn(person(Tier.STAFF).email(), SECRET);
    assertThat(staff.get("/actuator/metrics").statusCode()).isEqualTo(403);
    Browser owner = new Browser();
    owner.signIn(person(Tier.OWNER).email(), SECRET);
    assertThat(owner.get("/actuator/metrics").body()).contains("hikaricp.connections");
  }

  @Test
  void who_is_an_owner_no_longer_looks_into_the_machine_no_longer() throws Exception {
    TestGym gym = TestGym.open(TestDatabase.shared(), "Http");
    gym.person("Who stays", Tier.OWNER);
    Person leaving = gym.person("Who leaves", Tier.OWNER, encoder.encode(SECRET));
    Browser browser = new Browser();
    browser.signIn(leaving.email(), SECRET);
    assertThat(browser.get("/actuator/health").body()).contains("\"db\"");
    assertThat(browser.get("/actuator/metrics").statusCode()).isEqualTo(200);

    gym.execute(
        "update user_organizations set role = 'staff' where user_id = ?", leaving.id().value());

    assertThat(browser.get("/actuator/health").body()).contains("\"UP\"").doesNotContain("\"db\"");
    assertThat(browser.get("/actuator/metrics").statusCode()).isEqualTo(403);
  }

  @Test
  void an_unknown_page_is_not_told_apart_from_others_before_sign_in() throws Exception {
    assertThat(path(new Browser().get("/o/nowhere/members"))).isEqualTo("/login");
    assertThat(path(new Browser().get("/no-such-page"))).isEqualTo("/login");
  }

  private Person person(Tier tier) {
    return TestGym.open(TestDatabase.shared(), "Http")
        .person("Http " + tier.key(), tier, encoder.encode(SECRET));
  }

  private static String path(HttpResponse<String> answer) {
    return URI.create(location(answer)).getPath();
  }

  /** Where a redirect leads, without the host; the page itself when there is none. */
  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("location")
        .map(URI::create)
        .map(to -> to.getQuery() == null ? to.getPath() : to.getPath() + "?" + to.getQuery())
        .orElse(answer.uri().getPath());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return String.join(" ", answer.headers().allValues(name));
  }

  /** Keeps cookies, follows nothing. */
  private final class Browser {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    HttpResponse<String> get(String page) throws IOException, InterruptedException {
      return get(page, "X-Unread", "nothing");
    }

    HttpResponse<String> get(String page, String header, String value)
        throws IOException, InterruptedException {
      return client.send(
          HttpRequest.newBuilder(at(page))
              .header("Accept", "text/html,*/*;q=0.8")
              .header(header, value)
              .build(),
          BodyHandlers.ofString());
    }

    String csrf() throws IOException, InterruptedException {
      return csrf("/login");
    }

    String csrf(String page) throws IOException, InterruptedException {
      Matcher token = CSRF.matcher(get(page).body());
      assertThat(token.find()).as("a token on " + page).isTrue();
      return token.group(1);
    }

    HttpResponse<String> signIn(String email, String password)
        throws IOException, InterruptedException {
      return signIn(email, password, csrf());
    }

    HttpResponse<String> signIn(String email, String password, String csrf)
        throws IOException, InterruptedException {
      String form =
          "username=%s&password=%s&_csrf=%s"
              .formatted(encoded(email), encoded(password), encoded(csrf));
      return client.send(
          HttpRequest.newBuilder(at("/sign-in"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form))
              .build(),
          BodyHandlers.ofString());
    }

    String session() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("zore"))
          .map(HttpCookie::getValue)
          .findFirst()
          .orElse("");
    }

    void session(String id) {
      HttpCookie cookie = new HttpCookie("zore", id);
      cookie.setPath("/");
      cookie.setVersion(0);
      cookies.getCookieStore().add(at("/"), cookie);
    }

    private URI at(String page) {
      return URI.create("http://localhost:" + port + page);
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }
}
