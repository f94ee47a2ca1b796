package com.tryzore.crm.shell;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.members.ui.MemberDeeds;
import com.tryzore.crm.ui.Appearance;
import com.tryzore.crm.ui.Languages;
import com.tryzore.crm.ui.Shortcuts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Surrounds every view whose address begins with {@code o/:organization}. It shows the places of
 * the tab's tier and keeps the others shut; what a view then shows is the database's decision.
 */
@Layout("o")
@PermitAll
class MainLayout extends Div implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver {

  private static final String INBOX = "inbox";
  private static final String BURST = "event.detail";

  private final transient Bindings bindings;
  private final transient Gate gate;
  private final transient Places places;
  private final transient Waiting waiting;
  private final transient AuthenticationContext authentication;
  private final transient Scanner scanner;

  private final SideBar side = new SideBar();
  private final TopBar top = new TopBar();
  private final Main main = new Main();
  private final CommandPalette palette;
  private final List<Registration> subscriptions = new ArrayList<>();
  private final Span announcer = new Span();
  private @Nullable Binding shown;
  private boolean landed;

  MainLayout(
      Bindings bindings,
      Gate gate,
      Places places,
      Waiting waiting,
      AuthenticationContext authentication,
      Scanner scanner,
      Answers answers,
      MemberDeeds deeds) {
    this.bindings = bindings;
    this.gate = gate;
    this.places = places;
    this.waiting = waiting;
    this.authentication = authentication;
    this.scanner = scanner;
    this.palette = new CommandPalette(answers);
    addClassName("zore-shell");
    main.setId("content");
    main.addClassName("zore-main");
    main.getElement().setAttribute("tabindex", "-1");
    Anchor skip = new Anchor("#content", getTranslation("shell.skip"));
    skip.addClassName("zore-skip");
    skip.getElement().setAttribute("router-ignore", true);
    announcer.addClassName("zore-aloud");
    announcer.getElement().setAttribute("role", "status");
    add(skip, side, top, main, palette, announcer);
    Shortcuts.on(this, "?", () -> new KeysDialog(deeds.offered()).open());
    getElement()
        .addEventListener(
            "zore-scan", event -> scanned(event.getEventData().path(BURST).asString("")))
        .addEventData(BURST)
        .allowInert();
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    Binding binding = bindings.current().orElse(null);
    if (binding == null) {
      return; // the gate has sent this navigation elsewhere
    }
    boolean shut =
        places.at(event.getLocation()).filter(entry -> !places.isOpen(entry, binding)).isPresent();
    if (shut) {
      event.rerouteToError(AccessDeniedException.class);
    } else if (shown == null || !shown.equals(binding)) {
      shown = binding;
      show(binding);
    }
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    Optional<NavigationEntry> place = places.at(event.getLocation());
    side.navigation().current(place);
    String title = title(place);
    // The router sets the view's title after this; ours comes last.
    getUI()
        .ifPresent(
            ui -> ui.beforeClientResponse(this, then -> then.getUI().getPage().setTitle(title)));
    announcer.setText(title);
    if (landed) {
      getElement().executeJs("window.zore.landed()");
    }
    landed = true;
  }

  /** The view's own title, or its place's, and the gym: two tabs can be told apart. */
  private String title(Optional<NavigationEntry> place) {
    Component view = main.getChildren().findFirst().orElse(null);
    String own =
        view instanceof HasDynamicTitle titled
            ? titled.getPageTitle()
            : place
                .map(entry -> getTranslation(entry.messageKey()))
                .orElse(getTranslation("shell.product"));
    return shown == null || own.contains(shown.organizationName())
        ? own
        : getTranslation("shell.title", own, shown.organizationName());
  }

  private void show(Binding binding) {
    List<NavigationEntry> reachable = places.of(binding);
    side.show(reachable, binding);
    boolean hasInbox = reachable.stream().anyMatch(entry -> entry.path().equals(INBOX));
    top.show(
        new OrganizationSwitcher(binding, gate.standings(binding.user())),
        new UserMenu(
            binding,
            MainLayout::appearance,
            this::choose,
            language -> choose(language, binding),
            authentication::logout),
        hasInbox,
        Places.address(binding, INBOX));
    subscriptions.forEach(Registration::remove);
    subscriptions.clear();
    subscriptions.addAll(
        waiting.watch(
            this,
            binding,
            path -> reachable.stream().anyMatch(entry -> entry.path().equals(path)),
            this::count));
  }

  private void count(String path, int number) {
    side.navigation().count(path, number);
    if (path.equals(INBOX)) {
      top.waiting(number);
    }
  }

  private static Appearance appearance() {
    VaadinRequest request = VaadinRequest.getCurrent();
    return request == null ? Appearance.SYSTEM : Appearance.of(request);
  }

  private void choose(Appearance appearance) {
    getUI().ifPresent(appearance::choose);
  }

  private void choose(Locale language, Binding binding) {
    gate.rememberLocale(binding.user(), language);
    getUI().ifPresent((UI ui) -> Languages.choose(ui, language));
  }

  private void scanned(String code) {
    Component view = main.getChildren().findFirst().orElse(null);
    scanner.scanned(code, view);
  }

  @Override
  public void showRouterLayoutContent(@Nullable HasElement content) {
    if (content != null) {
      main.getElement().appendChild(content.getElement());
    }
  }

  @Override
  public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
    if (oldContent != null) {
      oldContent.getElement().removeFromParent();
    }
  }
}
