package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberRoster;
import com.tryzore.crm.members.RosterFilter;
import com.tryzore.crm.members.RosterOrder;
import com.tryzore.crm.members.RosterPage;
import com.tryzore.crm.members.RosterRow;
import com.tryzore.crm.ui.Avatar;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.StatusBadge;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of the roster. Each answers "when does my membership end?" without a key. */
final class RosterGrid extends Grid<RosterRow> {

  private static final String WHO =
      """
      <div class="roster-who">%s<div class="roster-names"><a class="roster-name" \
      href="${item.href}" router-link>${item.name}</a><span class="zore-muted">${item.second}</span>\
      <span class="roster-narrow">%s<span>${item.ends}</span></span></div></div>"""
          .formatted(Avatar.template("face"), StatusBadge.template("status"));

  private static final String ENDS =
      """
      <span class="roster-ends ${item.tone}">${item.ends}</span>""";

  private static final String TAGS =
      """
      <span class="roster-tags">${item.tags.map(t => html`<span class="tag-chip tag-${t.colour}">\
      ${t.name}</span>`)}</span>""";

  private final transient Formats formats;
  private final transient MemberRoster roster;
  private boolean sortsQuietly;

  RosterGrid(
      MemberRoster roster,
      Formats formats,
      ZoneId zone,
      Function<RosterRow, String> address,
      Function<MemberHit, @Nullable String> photo,
      BiConsumer<RosterOrder.By, Boolean> onSort) {
    this.roster = roster;
    this.formats = formats;
    addClassNames("zore-grid", "roster-grid");
    addThemeVariants(GridVariant.NO_BORDER);
    setSelectionMode(SelectionMode.NONE);
    setPageSize(MemberRoster.PAGE);
    setSizeFull();
    Grid.Column<RosterRow> who =
        addColumn(
                LitRenderer.<RosterRow>of(WHO)
                    .withProperty(
                        "face", row -> Avatar.model(row.member().name(), photo.apply(row.member())))
                    .withProperty("href", address::apply)
                    .withProperty("name", row -> row.member().name())
                    .withProperty("second", this::second)
                    .withProperty("status", row -> StatusLook.model(row.member().status()))
                    .withProperty("ends", this::ends))
            .setHeader(getTranslation("members.roster.column.member"))
            .setKey(RosterOrder.By.NAME.name())
            .setFlexGrow(3)
            .setWidth("15rem");
    column("status", StatusBadge.template("status"), "8rem", null)
        .withProperty("status", row -> StatusLook.model(row.member().status()));
    plain("plan", row -> text(row.member().planName()), null);
    column("ends", ENDS, "9rem", RosterOrder.By.ENDS)
        .withProperty("ends", this::ends)
        .withProperty("tone", this::urgency);
    plain(
        "last-visit",
        row ->
            row.member().lastVisitAt() == null
                ? getTranslation("members.roster.never")
                : formats.day(LocalDate.ofInstant(row.member().lastVisitAt(), zone)),
        RosterOrder.By.LAST_VISIT);
    plain(
        "joined",
        row -> row.joinedOn() == null ? "" : formats.date(row.joinedOn()),
        RosterOrder.By.JOINED);
    column("tags", TAGS, "9rem", null)
        .withProperty(
            "tags",
            row ->
                row.tags().stream()
                    .map(tag -> Map.of("name", tag.name(), "colour", tag.colour().word()))
                    .toList());

    who.setSortable(true);
    addSortListener(
        event -> {
          if (event.isFromClient() && !sortsQuietly) {
            event.getSortOrder().stream()
                .findFirst()
                .ifPresentOrElse(
                    order ->
                        onSort.accept(
                            RosterOrder.By.valueOf(order.getSorted().getKey()),
                            order.getDirection() == SortDirection.DESCENDING),
                    () -> onSort.accept(RosterOrder.By.BEST, false));
          }
        });
  }

  /** Shows the rows that meet a filter; the first page has been read already. */
  void show(RosterFilter filter, RosterOrder order, RosterPage first) {
    sortsQuietly = true;
    Grid.Column<RosterRow> sorted = getColumnByKey(order.by().name());
    sort(
        sorted == null
            ? List.of()
            : List.of(
                new com.vaadin.flow.component.grid.GridSortOrder<>(
                    sorted,
                    order.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
    sortsQuietly = false;
    setItems(
        query -> {
          int offset = query.getOffset();
          int limit = query.getLimit();
          boolean known =
              offset + limit <= first.rows().size() || first.rows().size() < MemberRoster.PAGE;
          return (known
              ? first.rows().stream().skip(offset).limit(limit)
              : roster.rows(filter, order, offset, limit).stream());
        },
        query -> first.count().number());
  }

  /** Leaves one column with all that matters, for a narrow screen. */
  void narrow(boolean narrow) {
    getColumns().stream().skip(1).forEach(column -> column.setVisible(!narrow));
    setClassName("roster-is-narrow", narrow);
  }

  private String second(RosterRow row) {
    LocalDate born = row.member().birthDate();
    return born == null
        ? row.member().memberNumber()
        : getTranslation("members.roster.second", row.member().memberNumber(), formats.date(born));
  }

  private String ends(RosterRow row) {
    LocalDate until = row.member().validUntil();
    return until == null ? "" : formats.day(until);
  }

  private String urgency(RosterRow row) {
    LocalDate until = row.member().validUntil();
    return until == null
        ? ""
        : until.isBefore(formats.today())
            ? "roster-over"
            : until.isBefore(formats.today().plusDays(8)) ? "roster-soon" : "";
  }

  private void plain(
      String name, Function<RosterRow, String> words, RosterOrder.@Nullable By order) {
    column(name, "<span>${item.words}</span>", "9.5rem", order).withProperty("words", words::apply);
  }

  private LitRenderer<RosterRow> column(
      String name, String template, String width, RosterOrder.@Nullable By order) {
    LitRenderer<RosterRow> renderer = LitRenderer.of(template);
    Grid.Column<RosterRow> column =
        addColumn(renderer)
            .setHeader(getTranslation("members.roster.column." + name))
            .setKey(order == null ? name : order.name())
            .setWidth(width);
    column.setSortable(order != null);
    return renderer;
  }

  private static String text(@Nullable String words) {
    return words == null ? "" : words;
  }
}
