package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.Despite;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.HeldPlace;
import com.tryzore.crm.schedule.SeriesChange;
import com.tryzore.crm.schedule.SeriesImpact;
import com.tryzore.crm.schedule.edits.EditProblem;
import com.tryzore.crm.schedule.edits.Scope;
import com.tryzore.crm.schedule.recurrence.RecurrenceWords;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks how much of a series a change is meant for: this, this and following, or all. What each
 * comes to stands beside it; what stands against the chosen one is decided below, person by person.
 */
final class ScopeDialog extends FormDialog {

  private final transient SeriesDialogs kit;
  private final transient EventWords words;
  private final transient Runnable done;
  private final transient ImpactWords impacts;
  private final transient PlaceMoves moves;
  private final RadioButtonGroup<Scope> scope = new RadioButtonGroup<>();
  private final Checkbox includesChanged = new Checkbox();
  private final Decisions decisions;
  private final Paragraph notice = new Paragraph();
  private final transient List<PlaceMoves.Moved> moved = new ArrayList<>();
  private transient SeriesAsk ask;
  private transient Map<Scope, SeriesChange> outcomes = Map.of();

  ScopeDialog(SeriesDialogs kit, SeriesAsk ask, EventWords words, Runnable done) {
    super("");
    this.kit = kit;
    this.ask = ask;
    this.words = words;
    this.done = done;
    this.impacts = new ImpactWords(words, ask.facts() != null);
    this.moves = new PlaceMoves(kit, words);
    this.decisions = new Decisions(words, moves);
    setHeaderTitle(
        getTranslation("schedule.scope.title." + ask.word(), ask.event().facts().title()));
    addClassName("scope-dialog");
    scope.setLabel(getTranslation("schedule.scope.ask"));
    scope.addClassName("scope-choices");
    scope.setItems(ask.scopes());
    scope.setItemEnabledProvider(one -> outcomes.get(one) instanceof SeriesChange.Shown);
    scope.addValueChangeListener(change -> chosen());
    includesChanged.addValueChangeListener(change -> look());
    notice.addClassNames("scope-notice", "zore-tone-caution");
    notice.getElement().setAttribute("role", "alert");
    notice.setVisible(false);
    Paragraph past = new Paragraph(getTranslation("schedule.scope.past"));
    past.addClassNames("zore-small", "zore-muted", "scope-past");
    wide(notice, scope, past, includesChanged, decisions);
    saveWords(getTranslation("schedule.scope.do." + ask.word()));
    cancelWords(getTranslation("schedule.scope.keep"));
    onSave(this::make);
    look();
  }

  /** Finds out what each choice comes to. */
  private void look() {
    Map<Scope, SeriesChange> found = new EnumMap<>(Scope.class);
    for (Scope one : ask.scopes()) {
      found.put(
          one, kit.plans().impact(ask.series().id(), ask.wish(one, includesChanged.getValue())));
    }
    outcomes = found;
    scope.setRenderer(new ComponentRenderer<>(this::choice));
    Scope before = scope.getValue();
    Scope first =
        ask.scopes().stream()
            .filter(one -> found.get(one) instanceof SeriesChange.Shown)
            .findFirst()
            .orElse(null);
    boolean stays = before != null && found.get(before) instanceof SeriesChange.Shown;
    scope.setValue(stays ? before : first);
    chosen();
  }

  private void chosen() {
    SeriesImpact impact = impact();
    canSave(impact != null);
    boolean wide = scope.getValue() != Scope.THIS;
    int kept = impact == null ? 0 : impact.sessions().keptChanged();
    includesChanged.setVisible(wide && (kept > 0 || includesChanged.getValue()));
    if (kept > 0) {
      includesChanged.setLabel(getTranslation("schedule.scope.includeChanged", kept));
    }
    decisions.setVisible(impact != null);
    if (impact != null) {
      moves.forget();
      decisions.show(impact, leaving());
    }
  }

  private @Nullable SeriesImpact impact() {
    return scope.getValue() != null
            && outcomes.get(scope.getValue()) instanceof SeriesChange.Shown(SeriesImpact impact)
        ? impact
        : null;
  }

  private PlaceMoves.Leaving leaving() {
    Set<EventId> events = new HashSet<>(Set.of(ask.event().id()));
    if (scope.getValue() != Scope.THIS) {
      LocalDate today = words.formats().today();
      kit.plans().sessions(ask.series().id(), today, today.plusYears(1)).stream()
          .map(EventRecord::id)
          .forEach(events::add);
    }
    return new PlaceMoves.Leaving(events, ask.event().facts().title());
  }

  private Div choice(Scope one) {
    Span name = new Span(name(one));
    name.addClassName("zore-strong");
    Span line =
        new Span(
            switch (Objects.requireNonNull(outcomes.get(one))) {
              case SeriesChange.Shown shown -> impacts.line(shown.impact());
              case SeriesChange.Refused refused -> why(refused);
              case SeriesChange other -> getTranslation("schedule.event.unknown");
            });
    line.addClassNames("zore-small", "scope-line");
    Div choice = new Div(name, line);
    choice.addClassName("scope-choice");
    return choice;
  }

  private String name(Scope one) {
    LocalDateTime start = LocalDateTime.ofInstant(ask.event().startsAt(), words.binding().zone());
    return getTranslation(
        "schedule.scope." + QueryState.word(one), words.formats().weekday(start.toLocalDate()));
  }

  private String why(SeriesChange.Refused refused) {
    return refused.problem() == EditProblem.RULE && refused.rule().isPresent()
        ? RecurrenceWords.in(getLocale()).say(refused.rule().get())
        : getTranslation("schedule.edit.problem." + refused.problem().word());
  }

  private boolean make() {
    SeriesImpact shown = impact();
    Despite despite = shown == null ? null : decisions.despite().orElse(null);
    if (shown == null || despite == null) {
      return false;
    }
    List<PlaceRow> moving = decisions.actedOn();
    List<String> refusals = moves.make(moving, moved);
    if (!refusals.isEmpty()) {
      return again(String.join(" ", refusals));
    }
    Set<HeldPlace> agreed = new HashSet<>(shown.lost());
    moving.forEach(row -> agreed.remove(row.place()));
    SeriesChange standing =
        kit.plans()
            .impact(ask.series().id(), ask.wish(scope.getValue(), includesChanged.getValue()));
    if (standing instanceof SeriesChange.Shown(SeriesImpact impact)
        && !agreed.containsAll(impact.lost())) {
      // Somebody was booked while this was being decided.
      return again(getTranslation("schedule.scope.bookedMeanwhile"));
    }
    return tell(
        kit.plans()
            .apply(
                ask.series().id(),
                ask.series().version(),
                ask.wish(scope.getValue(), includesChanged.getValue()),
                despite));
  }

  private boolean tell(SeriesChange change) {
    return switch (change) {
      case SeriesChange.Applied applied -> {
        List<PlaceMoves.Moved> exchanged = List.copyOf(moved);
        new TakingBack(kit.events(), words)
            .offer(
                impacts.done(ask.event().facts().title(), applied.impact()),
                applied.change(),
                () -> moves.back(exchanged));
        done.run();
        yield true;
      }
      case SeriesChange.Undecided undecided ->
          again(getTranslation("schedule.scope.changedMeanwhile"));
      case SeriesChange.ChangedMeanwhile changed ->
          again(getTranslation("schedule.scope.changedMeanwhile"));
      case SeriesChange.Refused refused -> again(getTranslation("schedule.scope.changedMeanwhile"));
      case SeriesChange.Shown shown -> false;
      case SeriesChange.Unknown unknown -> {
        Toasts.trouble(getTranslation("schedule.scope.gone"));
        yield false;
      }
    };
  }

  /** Looks again, and says why. */
  private boolean again(String why) {
    kit.events()
        .find(ask.event().id())
        .flatMap(event -> kit.ask(event, ask.change(), ask.facts()))
        .ifPresent(fresh -> ask = fresh);
    notice.setText(why);
    notice.setVisible(true);
    look();
    return false;
  }
}
