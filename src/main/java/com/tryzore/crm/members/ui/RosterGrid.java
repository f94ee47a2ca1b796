package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberRoster;
import com.tryzore.crm.members.RosterColumn;
import com.tryzore.crm.members.RosterCount;
import com.tryzore.crm.members.RosterFilter;
import com.tryzore.crm.members.RosterOrder;
import com.tryzore.crm.members.RosterPage;
import com.tryzore.crm.members.RosterRow;
import com.tryzore.crm.tags.ui.TagChip;
import com.tryzore.crm.ui.Avatar;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.Shortcuts;
import com.tryzore.crm.ui.StatusBadge;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the roster. Each answers "when does my membership end?" without a key. Arrows move,
 * Enter opens, Space selects.
 */
final class RosterGrid extends Grid<RosterRow> {

  private static final String WHO =
      """
      <div class="roster-who">%s<div class="roster-names"><a class="roster-name" \
      href="${item.href}" router-link>${item.name}</a><span class="zore-muted">${item.second}</span>\
      <span class="roster-narrow">%s<span class="roster-ends ${item.tone}">${item.ends}</span>\
      </span></div></div>"""
          .formatted(Avatar.template("face"), StatusBadge.template("status"));

  private static final String ENDS =
      """
      <span class="roster-ends ${item.tone}">${item.words}</span>""";

  private static final String WORDS = "<span>${item.words}</span>";

  private static final Map<RosterColumn, RosterOrder.By> SORTED =
      Map.of(
          RosterColumn.NUMBER, RosterOrder.By.NUMBER,
          RosterColumn.ENDS, RosterOrder.By.ENDS,
          RosterColumn.LAST_VISIT, RosterOrder.By.LAST_VISIT,
          RosterColumn.JOINED, RosterOrder.By.JOINED);

  private final transient MemberRoster roster;
  private final transient RosterCells cells;
  private final transient Map<RosterColumn, Grid.Column<RosterRow>> columns =
      new EnumMap<>(RosterColumn.class);
  private transient RosterFilter filter = RosterFilter.NONE;
  private transient RosterOrder order = RosterOrder.NATURAL;
  private transient RosterPage first = new RosterPage(List.of(), new RosterCount(0, false));
  private transient Set<RosterColumn> chosen = RosterState.USUAL;
  private transient @Nullable ClientId focused;
  private transient @Nullable ClientId open;
  private boolean narrow;

  RosterGrid(
      MemberRoster roster,
      RosterCells cells,
      Function<RosterRow, String> address,
      Function<MemberHit, @Nullable String> photo) {
    this.roster = roster;
    this.cells = cells;
    addClassNames("zore-grid", "roster-grid");
    addThemeVariants(GridVariant.NO_BORDER);
    setSelectionMode(SelectionMode.MULTI);
    setPageSize(MemberRoster.PAGE);
    setSizeFull();
    getElement().setAttribute("aria-label", getTranslation("members.roster.title"));
    addColumn(
            LitRenderer.<RosterRow>of(WHO)
                .withProperty(
                    "face", row -> Avatar.model(row.member().name(), photo.apply(row.member())))
                .withProperty("href", address::apply)
                .withProperty("name", row -> row.member().name())
                .withProperty("second", cells::second)
                .withProperty("status", row -> StatusLook.model(row.member().status()))
                .withProperty("tone", cells::urgency)
                .withProperty("ends", cells::ends))
        .setHeader(getTranslation("members.roster.column.member"))
        .setKey(RosterOrder.By.NAME.name())
        .setSortable(true)
        .setFlexGrow(3)
        .setWidth("14rem");
    for (RosterColumn column : RosterColumn.values()) {
      columns.put(column, added(column));
    }
    setDataProvider(
        new CallbackDataProvider<>(this::fetch, query -> first.count().number(), RosterRow::id));
    setPartNameGenerator(row -> row.id().equals(open) ? "open-member" : null);
    showColumns(chosen);
  }

  /** Marks the member whose profile is beside the list; null for none. */
  void open(@Nullable ClientId member) {
    if (!Objects.equals(open, member)) {
      open = member;
      getDataProvider().refreshAll();
    }
  }

  /** Hears a click on a row, and Enter while the focus is in it. */
  void onOpen(Consumer<ClientId> open) {
    addItemClickListener(click -> open.accept(click.getItem().id()));
    addCellFocusListener(focus -> focused = focus.getItem().map(RosterRow::id).orElse(null));
    getElement()
        .addEventListener(
            "keydown",
            event -> {
              if (focused != null) {
                open.accept(focused);
              }
            })
        .setFilter("event.key === 'Enter' && !event.composedPath().some(e => e.localName === 'a')");
  }

  /** Hears the key of a deed while the focus is in a row, with Alt or without. */
  void onDeed(MemberDeed deed, Consumer<ClientId> begin) {
    getElement()
        .addEventListener(
            "keydown",
            event -> {
              if (focused != null) {
                begin.accept(focused);
              } else {
                Shortcuts.nothingOpens();
              }
            })
        .setFilter(
            """
            (event.key.toUpperCase() === '%1$s' || (event.altKey && event.code === 'Key%1$s')) \
            && !event.ctrlKey && !event.metaKey && !event.repeat && !event.defaultPrevented \
            && (event.preventDefault(), event.stopPropagation(), window.zore.expect(), true)"""
                .formatted(deed.key()));
  }

  /** Hears a click on the head of a column. */
  void onSort(BiConsumer<RosterOrder.By, Boolean> sort) {
    addSortListener(
        event -> {
          if (event.isFromClient()) {
            event.getSortOrder().stream()
                .findFirst()
                .ifPresentOrElse(
                    by ->
                        sort.accept(
                            RosterOrder.By.valueOf(by.getSorted().getKey()),
                            by.getDirection() == SortDirection.DESCENDING),
                    () -> sort.accept(RosterOrder.By.BEST, false));
          }
        });
  }

  /** Shows the rows that meet a filter; the first page has been read already. */
  void show(RosterFilter newFilter, RosterOrder newOrder, RosterPage page) {
    boolean other = !newFilter.equals(filter) || !newOrder.equals(order);
    filter = newFilter;
    order = newOrder;
    first = page;
    if (other) {
      deselectAll();
      scrollToStart();
    }
    Grid.Column<RosterRow> sorted = getColumnByKey(order.by().name());
    sort(
        sorted == null
            ? List.of()
            : List.of(
                new GridSortOrder<>(
                    sorted,
                    order.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
    if (page.count().more()) {
      // Where counting ended does not end the list: it grows as one scrolls.
      getLazyDataView().setItemCountEstimate(page.count().number() + MemberRoster.PAGE);
    } else {
      getLazyDataView().setItemCountFromDataProvider();
    }
    getDataProvider().refreshAll();
  }

  /** Shows these columns beside the name. */
  void showColumns(Set<RosterColumn> shown) {
    chosen = shown;
    columns.forEach((name, column) -> column.setVisible(!narrow && shown.contains(name)));
  }

  /** Leaves one column with all that matters, for a narrow screen. */
  void narrow(boolean isNarrow) {
    narrow = isNarrow;
    showColumns(chosen);
    setClassName("roster-is-narrow", isNarrow);
  }

  /** The member in the list, when it is one alone. */
  Optional<ClientId> only() {
    return first.rows().size() == 1 && first.count().number() == 1
        ? Optional.of(first.rows().getFirst().id())
        : Optional.empty();
  }

  /** Who is selected. */
  Set<ClientId> chosenMembers() {
    return getSelectedItems().stream().map(RosterRow::id).collect(Collectors.toSet());
  }

  private Stream<RosterRow> fetch(Query<RosterRow, Void> query) {
    int offset = query.getOffset();
    int limit = query.getLimit();
    List<RosterRow> known = first.rows();
    return offset + limit <= known.size() || known.size() < MemberRoster.PAGE
        ? known.stream().skip(offset).limit(limit)
        : roster.rows(filter, order, offset, limit).stream();
  }

  private Grid.Column<RosterRow> added(RosterColumn column) {
    LitRenderer<RosterRow> renderer =
        switch (column) {
          case STATUS ->
              LitRenderer.<RosterRow>of(StatusBadge.template("status"))
                  .withProperty("status", row -> StatusLook.model(row.member().status()));
          case ENDS ->
              LitRenderer.<RosterRow>of(ENDS)
                  .withProperty("words", cells::ends)
                  .withProperty("tone", cells::urgency);
          case TAGS ->
              LitRenderer.<RosterRow>of(TagChip.template("tags"))
                  .withProperty("tags", row -> TagChip.model(row.tags()));
          default ->
              LitRenderer.<RosterRow>of(WORDS)
                  .withProperty("words", row -> cells.words(row, column));
        };
    RosterOrder.By by = SORTED.get(column);
    return addColumn(renderer)
        .setHeader(RosterColumns.words(column))
        .setKey(by == null ? QueryState.word(column) : by.name())
        .setSortable(by != null)
        .setWidth(column == RosterColumn.EMAIL ? "14rem" : "8.5rem");
  }
}
