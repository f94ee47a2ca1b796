package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberChanged;
import com.tryzore.crm.members.MemberRoster;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.RosterColumn;
import com.tryzore.crm.members.RosterExport;
import com.tryzore.crm.members.RosterFilter;
import com.tryzore.crm.members.RosterOrder;
import com.tryzore.crm.members.RosterPage;
import com.tryzore.crm.tags.Tags;
import com.tryzore.crm.ui.Drawing;
import com.tryzore.crm.ui.EmptyState;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.LiveUpdates;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.SearchField;
import com.tryzore.crm.ui.Toolbar;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The roster: everyone who stands at this gym, found as one types, with the profile beside it. */
@Route("o/:organization/members/:member?")
@PermitAll
@StyleSheet("context://styles/roster.css")
class MembersView extends Main implements AfterNavigationObserver, HasDynamicTitle {

  private static final int NARROW = 760;

  private final transient MemberRoster roster;
  private final transient RosterExport export;
  private final transient Members members;
  private final transient ObjectProvider<MemberProfilePanel> profiles;
  private final transient Bindings bindings;
  private final transient Permissions permissions;
  private final transient MemberForms forms;
  private final transient Binding binding;
  private final Toolbar toolbar = new Toolbar(getTranslation("members.roster.title"));
  private final SearchField search = new SearchField(getTranslation("members.roster.search"));
  private final Anchor download = new Anchor();
  private final RosterFilters filters;
  private final RosterGrid grid;
  private final Div list = new Div();
  private final Div none = new Div();
  private final Div detail = new Div();
  private transient QueryState state = QueryState.EMPTY;
  private transient @Nullable ClientId selected;
  private transient @Nullable RosterFilter shown;
  private transient RosterOrder order = RosterOrder.NATURAL;

  MembersView(
      MemberRoster roster,
      RosterExport export,
      Members members,
      Tags tags,
      MemberPhotos photos,
      LiveUpdates live,
      Bindings bindings,
      Permissions permissions,
      MemberForms forms,
      ObjectProvider<MemberProfilePanel> profiles) {
    this.roster = roster;
    this.export = export;
    this.members = members;
    this.profiles = profiles;
    this.permissions = permissions;
    this.forms = forms;
    this.bindings = bindings;
    this.binding = bindings.required();
    addClassNames("zore-page", "roster-page");
    filters = new RosterFilters(roster, tags, changed -> go(null, changed));
    grid =
        new RosterGrid(
            roster,
            Formats.of(getLocale(), binding.zone()),
            binding.zone(),
            row -> MembersNavigation.path(binding.slug(), row.id()) + query(),
            hit -> photos.small(hit.id(), hit.photoVersion()),
            (by, descending) -> go(selected, sorted(by, descending)));
    grid.addItemClickListener(click -> go(click.getItem().id(), state));
    search.onSearch(text -> go(null, state.with(RosterState.TYPED, text)));
    search.setAutofocus(true);
    list.addClassName("roster-list");
    none.addClassName("roster-none");
    list.add(new Div(search, filters), grid, none);
    list.getComponentAt(0).addClassName("roster-tools");
    detail.addClassName("roster-detail");
    toolbar.actions(exportButton(), addButton());
    Div columns = new Div(list, detail);
    columns.addClassName("roster-columns");
    add(toolbar, columns);
    live.subscribe(
        this,
        binding.organization().value(),
        MemberNews.TOPIC,
        MemberChanged.class,
        change -> refresh());
  }

  @Override
  public String getPageTitle() {
    return getTranslation("members.roster.title");
  }

  @Override
  protected void onAttach(AttachEvent event) {
    Page page = event.getUI().getPage();
    grid.narrow(page.getExtendedClientDetails().getWindowInnerWidth() < NARROW);
    Registration resizing =
        page.addBrowserWindowResizeListener(resize -> grid.narrow(resize.getWidth() < NARROW));
    addDetachListener(
        detach -> {
          resizing.remove();
          detach.unregisterListener();
        });
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    state = QueryState.of(event.getLocation());
    selected = event.getRouteParameters().get("member").map(MembersView::known).orElse(null);
    search.showSilently(state.text(RosterState.TYPED));
    filters.show(state);
    RosterFilter filter = RosterState.filter(state);
    RosterOrder wanted = RosterState.order(state);
    if (!filter.equals(shown) || !wanted.equals(order)) {
      order = wanted;
      show(filter);
    }
    showProfile();
  }

  private static ClientId known(String text) {
    return ClientId.parse(text).orElseThrow(NotFoundException::new);
  }

  private void show(RosterFilter filter) {
    shown = filter;
    RosterPage page = roster.open(filter, order);
    grid.show(filter, order, page);
    toolbar.count(
        getTranslation(
            page.count().more() ? "members.roster.countMore" : "members.roster.count",
            page.count().number()));
    boolean empty = page.rows().isEmpty();
    grid.setVisible(!empty);
    none.setVisible(empty);
    none.removeAll();
    if (empty) {
      none.add(filter.isEmpty() ? noMembers() : noMatch());
    }
  }

  private void refresh() {
    if (shown != null) {
      show(shown);
    }
  }

  private void showProfile() {
    detail.removeAll();
    setClassName("roster-with-profile", selected != null);
    ClientId id = selected;
    if (id != null) {
      if (members.profile(id).isEmpty()) {
        throw new NotFoundException();
      }
      MemberProfilePanel panel = profiles.getObject();
      panel.onClose(() -> go(null, state));
      panel.show(id);
      detail.add(panel);
    }
  }

  private EmptyState noMembers() {
    Button importList = new Button(getTranslation("members.roster.import"), Icon.IMPORT.create());
    importList.addClassName("zore-primary");
    importList.addClickListener(
        click -> getUI().ifPresent(ui -> ui.navigate("o/" + binding.slug() + "/import")));
    return new EmptyState(
            Drawing.MEMBERS,
            getTranslation("members.roster.none.title"),
            getTranslation("members.roster.none.text"))
        .action(importList);
  }

  private EmptyState noMatch() {
    Button all = new Button(getTranslation("members.roster.all"));
    all.addClickListener(click -> go(null, QueryState.EMPTY));
    return new EmptyState(
            Drawing.SEARCH,
            getTranslation("members.roster.noMatch.title"),
            getTranslation("members.roster.noMatch.text"))
        .action(all);
  }

  private Anchor exportButton() {
    Button button = new Button(getTranslation("members.roster.export"), Icon.DOWNLOAD.create());
    button.setTabIndex(-1);
    download.add(button);
    download.setVisible(permissions.has(Permission.MEMBERS_EXPORT));
    download.setHref(
        (DownloadHandler)
            event -> {
              RosterFilter filter = shown == null ? RosterFilter.NONE : shown;
              event.setFileName("members.csv");
              event.setContentType("text/csv; charset=utf-8");
              bindings.callAs(
                  binding,
                  () -> {
                    export.write(
                        new RosterExport.Request(
                            filter, Set.of(), order, List.of(RosterColumn.values())),
                        this::exportWords,
                        ',',
                        event.getOutputStream());
                    return true;
                  });
            });
    return download;
  }

  private String exportWords(String word) {
    return getTranslation(
        word.startsWith("status.") ? "members." + word : "members.roster.column." + word);
  }

  private Button addButton() {
    Button button = new Button(getTranslation("members.roster.add"), Icon.PLUS.create());
    button.addClassName("zore-primary");
    button.addClickListener(click -> forms.add(added -> go(added, QueryState.EMPTY)));
    return button;
  }

  private QueryState sorted(RosterOrder.By by, boolean descending) {
    return by == RosterOrder.By.BEST
        ? state.without(RosterState.SORT, RosterState.DESCENDING)
        : state.with(RosterState.SORT, by).with(RosterState.DESCENDING, descending ? "true" : "");
  }

  private void go(@Nullable ClientId member, QueryState changed) {
    MembersNavigation.go(binding.slug(), member, changed.toParameters());
  }

  private String query() {
    String query = state.toParameters().getQueryString();
    return query.isEmpty() ? "" : "?" + query;
  }
}
