package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.RosterColumn;
import com.tryzore.crm.members.RosterExport;
import com.tryzore.crm.members.RosterFilter;
import com.tryzore.crm.members.RosterOrder;
import com.tryzore.crm.members.RosterPage;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.Texts;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The parts of one roster on screen, kept in step with one another. */
final class RosterParts {

  private final RosterGrid grid;
  private final RosterFilters filters;
  private final RosterViews views;
  private final RosterColumns columns;
  private final RosterDownload download;
  private final RosterDownload downloadSelected;
  private final RosterBulk bulk;
  private final Permissions permissions;
  private RosterFilter filter = RosterFilter.NONE;
  private RosterOrder order = RosterOrder.NATURAL;
  private List<RosterColumn> shown = List.of();
  private Set<ClientId> selected = Set.of();

  RosterParts(
      RosterKit kit,
      Locale reader,
      Supplier<QueryState> state,
      Consumer<QueryState> onChange,
      Runnable refresh) {
    permissions = kit.permissions();
    Binding binding = kit.bindings().required();
    Formats formats = Formats.of(reader, binding.zone());
    grid =
        new RosterGrid(
            kit.roster(),
            new RosterCells(Texts.in(reader), formats, binding.zone()),
            row -> MembersNavigation.path(binding.slug(), row.id()) + query(state.get()),
            hit -> kit.photos().small(hit.id(), hit.photoVersion()));
    filters = new RosterFilters(kit.roster(), kit.tags(), onChange);
    views = new RosterViews(kit.views(), onChange);
    columns =
        new RosterColumns(chosen -> onChange.accept(RosterState.withColumns(state.get(), chosen)));
    download = download(kit, "members.roster.export");
    downloadSelected = download(kit, "members.roster.bulk.export");
    bulk =
        new RosterBulk(
            kit.tagging(),
            kit.tags(),
            most -> kit.roster().clients(filter, most),
            downloadSelected,
            this::select,
            refresh,
            grid::deselectAll);
    grid.addSelectionListener(change -> bulk.show(grid.chosenMembers()));
  }

  RosterGrid grid() {
    return grid;
  }

  /** The member in the list, when it is one alone. */
  Optional<ClientId> only() {
    return grid.only();
  }

  /** Whether the account may import a list, as of now. */
  boolean mayImport() {
    return permissions.has(Permission.MEMBERS_IMPORT);
  }

  RosterFilters filters() {
    return filters;
  }

  RosterViews views() {
    return views;
  }

  RosterColumns columns() {
    return columns;
  }

  RosterDownload download() {
    return download;
  }

  RosterBulk bulk() {
    return bulk;
  }

  /** Shows what the address says, but for the rows. */
  void show(QueryState state) {
    Set<RosterColumn> chosen = RosterState.columns(state);
    shown = chosen.stream().sorted().toList();
    filters.show(state);
    views.show(state);
    columns.show(chosen);
    grid.showColumns(chosen);
    offer();
  }

  /** Shows the rows. */
  void show(RosterFilter newFilter, RosterOrder newOrder, RosterPage page) {
    filter = newFilter;
    order = newOrder;
    grid.show(newFilter, newOrder, page);
    offer();
  }

  private void select(Set<ClientId> members) {
    selected = members;
    offer();
  }

  /** A download holds what is on screen when it is clicked. */
  private void offer() {
    download.offer(new RosterExport.Request(filter, Set.of(), order, shown));
    downloadSelected.offer(new RosterExport.Request(filter, selected, order, shown));
    downloadSelected.setEnabled(!selected.isEmpty());
  }

  private static RosterDownload download(RosterKit kit, String key) {
    RosterDownload download =
        new RosterDownload(I18NProvider.translate(key), kit.exports(), kit.bindings());
    download.setVisible(kit.permissions().has(Permission.MEMBERS_EXPORT));
    return download;
  }

  private static String query(QueryState state) {
    String query = state.toParameters().getQueryString();
    return query.isEmpty() ? "" : "?" + query;
  }
}
