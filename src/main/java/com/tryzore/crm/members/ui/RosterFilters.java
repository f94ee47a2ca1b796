package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.MemberRoster;
import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.tags.Tags;
import com.tryzore.crm.ui.FilterBar;
import com.tryzore.crm.ui.FilterBar.Choice;
import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The filters above the roster. */
final class RosterFilters extends Composite<Div> {

  private final FilterBar bar;

  RosterFilters(MemberRoster roster, Tags tags, Consumer<QueryState> onChange) {
    bar = new FilterBar(onChange);
    bar.anyOf(
        RosterState.STATUS,
        label("status"),
        () ->
            Arrays.stream(MemberStatus.values())
                .map(status -> new Choice(QueryState.word(status), StatusLook.words(status)))
                .toList());
    bar.anyOf(
        RosterState.PLAN,
        label("plan"),
        () -> roster.plans().stream().map(plan -> new Choice(plan, plan)).toList());
    bar.anyOf(
        RosterState.TAG,
        label("tag"),
        () ->
            tags.all().stream()
                .map(tag -> new Choice(tag.id().value().toString(), tag.name()))
                .toList());
    bar.dates(RosterState.JOINED, label("joined"));
    bar.oneOf(
        RosterState.VISIT,
        label("visit"),
        () ->
            Stream.of("within-7", "within-30", "not-30", "not-90", "never")
                .map(span -> new Choice(span, label("visit." + span)))
                .toList());
    bar.oneOf(
        RosterState.ENDS,
        label("ends"),
        () ->
            List.of(7, 14, 30, 90).stream()
                .map(
                    days ->
                        new Choice(
                            days.toString(),
                            getTranslation("members.roster.filter.ends.within", days)))
                .toList());
    getContent().add(bar);
  }

  void show(QueryState state) {
    bar.show(state);
  }

  private String label(String name) {
    return getTranslation("members.roster.filter." + name);
  }
}
