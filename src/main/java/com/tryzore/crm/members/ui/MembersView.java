package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.BindingLostException;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberChanged;
import com.tryzore.crm.members.MemberRoster;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.RosterFilter;
import com.tryzore.crm.members.RosterOrder;
import com.tryzore.crm.members.RosterPage;
import com.tryzore.crm.members.imports.MembersImported;
import com.tryzore.crm.tags.SubjectsTagged;
import com.tryzore.crm.tags.ui.TagNews;
import com.tryzore.crm.ui.Drawing;
import com.tryzore.crm.ui.EmptyState;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.LiveUpdates;
import com.tryzore.crm.ui.LoadFailed;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.SearchField;
import com.tryzore.crm.ui.Shortcuts;
import com.tryzore.crm.ui.Toasts;
import com.tryzore.crm.ui.Toolbar;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** The roster: everyone who stands at this gym, found as one types, with the profile beside it. */
@Route("o/:organization/members/:member?")
@PermitAll
@StyleSheet("context://styles/roster.css")
@StyleSheet("context://styles/tags.css")
class MembersView extends Div implements AfterNavigationObserver, HasDynamicTitle {

  private final transient MemberRoster roster;
  private final transient Members members;
  private final transient MemberForms forms;
  private final transient ObjectProvider<MemberProfilePanel> profiles;
  private final transient Binding binding;
  private final Toolbar toolbar = new Toolbar(getTranslation("members.roster.title"));
  private final SearchField search = new SearchField(getTranslation("members.roster.search"));
  private final RosterParts parts;
  private final Div none = new Div();
  private final Div detail = new Div();
  private transient QueryState state = QueryState.EMPTY;
  private transient @Nullable ClientId selected;
  private transient @Nullable RosterFilter shown;
  private transient RosterOrder order = RosterOrder.NATURAL;

  MembersView(
      MemberRoster roster,
      Members members,
      LiveUpdates live,
      Bindings bindings,
      MemberForms forms,
      RosterKit kit,
      ObjectProvider<MemberProfilePanel> profiles) {
    this.roster = roster;
    this.members = members;
    this.forms = forms;
    this.profiles = profiles;
    this.binding = bindings.required();
    addClassNames("zore-page", "roster-page");
    parts = kit.parts(getLocale(), this::query, changed -> go(null, changed), this::refresh);
    parts.grid().onOpen(member -> go(member, state));
    parts.grid().onSort((by, down) -> go(selected, RosterState.sorted(state, by, down)));
    for (MemberDeed deed : kit.deeds().offered()) {
      parts.grid().onDeed(deed, deed::begin);
      Shortcuts.asking(this, deed.key(), () -> begin(deed));
    }
    search.onSearch(text -> go(null, state.with(RosterState.TYPED, text)));
    search.setAutofocus(true);
    Div ways = new Div(parts.views(), parts.columns());
    ways.addClassName("roster-ways");
    Div tools = new Div(search, parts.filters(), ways);
    tools.addClassName("roster-tools");
    none.addClassName("roster-none");
    Div list = new Div(tools, parts.bulk(), parts.grid(), none);
    list.addClassName("roster-list");
    RosterWidth.watch(list, parts.grid()::narrow);
    detail.addClassName("roster-detail");
    Div columns = new Div(list, detail);
    columns.addClassName("roster-columns");
    kit.offers().stream().filter(RosterOffer::offered).forEach(one -> toolbar.actions(button(one)));
    add(toolbar.actions(parts.download(), addButton()), columns);
    UUID here = binding.organization().value();
    live.subscribe(this, here, MemberNews.TOPIC, MemberChanged.class, change -> refresh());
    live.subscribe(this, here, MemberNews.TOPIC, MembersImported.class, many -> refresh());
    live.subscribe(this, here, TagNews.TOPIC, SubjectsTagged.class, change -> refresh());
  }

  @Override
  public String getPageTitle() {
    return getTranslation("members.roster.title");
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    state = QueryState.of(event.getLocation());
    selected = event.getRouteParameters().get("member").map(MembersView::known).orElse(null);
    search.showSilently(state.text(RosterState.TYPED));
    parts.show(state);
    RosterFilter filter = RosterState.filter(state);
    RosterOrder wanted = RosterState.order(state);
    if (!filter.equals(shown) || !wanted.equals(order)) {
      order = wanted;
      show(filter);
    }
    parts.grid().open(selected);
    showProfile();
  }

  private static ClientId known(String text) {
    return ClientId.parse(text).orElseThrow(NotFoundException::new);
  }

  private void show(RosterFilter filter) {
    shown = filter;
    try {
      RosterPage page = roster.open(filter, order);
      parts.show(filter, order, page);
      toolbar.count(
          getTranslation(
              page.count().more() ? "members.roster.countMore" : "members.roster.count",
              page.count().told()));
      instead(page.rows().isEmpty() ? (filter.isEmpty() ? noMembers() : noMatch()) : null);
    } catch (DataAccessException | TransactionException failed) {
      if (BindingLostException.in(failed).isPresent()) {
        throw failed;
      }
      toolbar.count("");
      instead(new LoadFailed(this::refresh));
    }
  }

  /** Shows something in place of the rows, or the rows. */
  private void instead(@Nullable Component other) {
    none.removeAll();
    none.setVisible(other != null);
    parts.grid().setVisible(other == null);
    if (other != null) {
      none.add(other);
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
    importList.setVisible(parts.mayImport());
    importList.addClickListener(
        click -> getUI().ifPresent(ui -> ui.navigate("o/" + binding.slug() + "/import")));
    Button addOne = addButton();
    addOne.setClassName("zore-primary", !importList.isVisible());
    return new EmptyState(
            Drawing.MEMBERS,
            getTranslation("members.roster.none.title"),
            getTranslation("members.roster.none.text"))
        .action(importList, addOne);
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

  /** Begins something with the member who is open, or with the only one in the list. */
  private void begin(MemberDeed deed) {
    Optional.ofNullable(selected)
        .or(() -> parts.only())
        .ifPresentOrElse(
            deed::begin,
            () -> {
              Shortcuts.nothingOpens();
              Toasts.note(getTranslation("members.roster.whoFirst", deed.words()));
            });
  }

  private static Button button(RosterOffer offer) {
    return new Button(offer.words(), offer.icon().create(), click -> offer.begin());
  }

  private Button addButton() {
    Button button = new Button(getTranslation("members.roster.add"), Icon.PLUS.create());
    button.addClassName("zore-primary");
    button.addClickListener(click -> forms.add(added -> go(added, QueryState.EMPTY)));
    return button;
  }

  private void go(@Nullable ClientId member, QueryState changed) {
    MembersNavigation.go(binding.slug(), member, changed.toParameters());
  }

  private QueryState query() {
    return state;
  }
}
