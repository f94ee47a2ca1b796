package com.tryzore.crm.access;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.browserless.SecuredBrowserlessApplicationContext;
import com.vaadin.browserless.SpringBrowserlessApplicationContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Browser tabs without a browser, of several people at once, each signed in and bound as in
 * earnest.
 *
 * <pre>{@code
 * try (TestTabs tabs = TestTabs.of(context)) {
 *   BrowserlessUIContext desk = tabs.signedIn(gym.person("Ada Desk", Tier.STAFF));
 *   desk.navigate("o/" + gym.slug() + "/members", Component.class);
 *   desk.activate(); // the tab whose turn it is
 * }
 * }</pre>
 */
public final class TestTabs implements AutoCloseable {
  private final SecuredBrowserlessApplicationContext<Authentication> application;

  private TestTabs(SecuredBrowserlessApplicationContext<Authentication> application) {
    this.application = application;
  }

  /** Tabs on a running application context. */
  public static TestTabs of(ApplicationContext context) {
    return new TestTabs(
        SpringBrowserlessApplicationContext.createSecured(context, "com.tryzore.crm"));
  }

  /** A first tab of somebody who has just signed in; it becomes the one whose turn it is. */
  public BrowserlessUIContext signedIn(TestGym.Person person) {
    SignedIn who =
        new SignedIn(person.id(), person.email(), person.name(), Instant.now(), Optional.empty());
    return application
        .newUser(new UsernamePasswordAuthenticationToken(who, null, List.of()))
        .newWindow();
  }

  /** A tab of somebody who has not signed in. */
  public BrowserlessUIContext stranger() {
    return application.newUser().newWindow();
  }

  @Override
  public void close() {
    application.close();
  }
}
