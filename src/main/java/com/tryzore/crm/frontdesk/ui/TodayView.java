package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.frontdesk.CheckIn;
import com.tryzore.crm.frontdesk.DeskBoard;
import com.tryzore.crm.frontdesk.DeskVisit;
import com.tryzore.crm.frontdesk.HandOver;
import com.tryzore.crm.frontdesk.HandOverChanged;
import com.tryzore.crm.frontdesk.VisitId;
import com.tryzore.crm.frontdesk.VisitsChanged;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.ui.MemberDeeds;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.LiveUpdates;
import com.tryzore.crm.ui.Toasts;
import com.tryzore.crm.ui.Toolbar;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The desk's day: the check-in field and its verdict, who came, what takes place, what is left. */
@Route("o/:organization/today")
@PermitAll
@StyleSheet("context://styles/frontdesk.css")
class TodayView extends Div implements AfterNavigationObserver, HasDynamicTitle, Stage {

  private final transient Reception reception;
  private final transient Bindings bindings;
  private final transient LiveUpdates live;
  private final Toolbar toolbar = new Toolbar(getTranslation("frontdesk.today.title"));
  private final CheckInField field;
  private final VerdictPanel panel;
  private final LatestVisits visits;
  private final DayFigures figures;
  private final ClassesToday classes;
  private final HandOverCard handOver;

  /** What this tab did itself and has shown already. */
  private final Set<Shown> own = new HashSet<>();

  private record Shown(VisitId visit, boolean undone) {}

  TodayView(
      Reception reception,
      MemberSearch search,
      MemberDeeds deeds,
      DeskBoard board,
      HandOver notes,
      VisitorDoor visitors,
      Bindings bindings,
      LiveUpdates live) {
    this.reception = reception;
    this.bindings = bindings;
    this.live = live;
    addClassNames("zore-page", "desk-page");
    field = new CheckInField(search, reception, deeds, this);
    panel = new VerdictPanel(reception);
    visits = new LatestVisits(board, reception, this::undo);
    figures = new DayFigures(board, reception);
    classes = new ClassesToday(board, reception);
    handOver = new HandOverCard(notes, reception);
    Button visitor =
        new Button(
            getTranslation("frontdesk.visitor.action"),
            Icon.BUILDING.create(),
            click -> visitors.ask());
    visitor.setVisible(visitors.isOpen());
    toolbar.actions(visitor);
    Div desk = new Div(field, panel, visits);
    desk.addClassName("desk-main");
    Div side = new Div(figures, classes, handOver);
    side.addClassName("desk-side");
    Div columns = new Div(desk, side);
    columns.addClassName("desk-columns");
    add(toolbar, columns);
    getElement().addEventListener("desk-look", look -> refresh());
  }

  @Override
  public String getPageTitle() {
    return getTranslation("frontdesk.today.title");
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    getElement().executeJs("window.zoreDesk.watch(this)");
    if (attached.isInitialAttach()) {
      UUID here = bindings.required().organization().value();
      live.subscribe(this, here, DeskNews.VISITS, VisitsChanged.class, this::heard);
      live.subscribe(this, here, DeskNews.HAND_OVER, HandOverChanged.class, this::heard);
    }
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    refresh();
    field.focus();
  }

  private void refresh() {
    DeskWords words = reception.words(UI.getCurrent());
    toolbar.count(words.formats().weekday(words.formats().today()));
    refreshVisits();
    classes.refresh();
    handOver.refresh();
  }

  private void refreshVisits() {
    visits.refresh();
    figures.refresh();
  }

  private void heard(VisitsChanged event) {
    if (!own.remove(new Shown(event.visit(), event.undone())) && isBound()) {
      refreshVisits();
    }
  }

  private void heard(HandOverChanged event) {
    if (isBound()) {
      handOver.refresh();
    }
  }

  /** News may still arrive while the tab is being left. */
  private boolean isBound() {
    return bindings.current().isPresent();
  }

  @Override
  public void show(CheckIn answer) {
    switch (answer) {
      case CheckIn.Done done -> {
        own.add(new Shown(done.visit(), false));
        Button undo =
            new Button(
                getTranslation("ui.toast.undo"),
                Icon.UNDO.create(),
                click -> reception.undo(done, this));
        panel.present(done, undo);
        refreshVisits();
      }
      case CheckIn.AlreadyIn in -> panel.present(in);
      case CheckIn.Refused refused ->
          throw new IllegalArgumentException("A refusal is asked about");
      case CheckIn.Unknown unknown -> {
        panel.waitForSomebody();
        Toasts.trouble(getTranslation("frontdesk.verdict.unknown"));
      }
    }
  }

  @Override
  public void turnedAway(CheckIn.Refused answer) {
    panel.turnedAway(answer);
    field.focus();
  }

  @Override
  public void undone(CheckIn.Done answer) {
    own.add(new Shown(answer.visit(), true));
    panel.waitForSomebody();
    refreshVisits();
    field.focus();
  }

  private void undo(DeskVisit visit) {
    if (reception.undo(visit.visit(), visit.name())) {
      own.add(new Shown(visit.visit(), true));
    }
    refreshVisits();
    field.focus();
  }
}
