package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.DeskBoard;
import com.tryzore.crm.frontdesk.DeskVisit;
import com.tryzore.crm.ui.Drawing;
import com.tryzore.crm.ui.EmptyState;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;

/** The last ten check-ins of today, or all of them, each to be taken back from here. */
final class LatestVisits extends Section {

  private static final int TEN = 10;
  private static final int MOST = 1_000;

  private final DeskBoard board;
  private final Reception reception;
  private final Consumer<DeskVisit> undo;
  private final UnorderedList list = new UnorderedList();
  private final EmptyState empty =
      new EmptyState(
          Drawing.CHECK_IN,
          getTranslation("frontdesk.visits.none.title"),
          getTranslation("frontdesk.visits.none.text"));
  private final Button more = new Button(getTranslation("frontdesk.visits.all"));
  private int limit = TEN;

  LatestVisits(DeskBoard board, Reception reception, Consumer<DeskVisit> undo) {
    this.board = board;
    this.reception = reception;
    this.undo = undo;
    addClassNames("zore-card", "desk-visits");
    H2 title = new H2(getTranslation("frontdesk.visits.title"));
    list.addClassName("desk-visit-list");
    more.addClassNames("zore-quiet", "desk-more");
    more.addClickListener(
        click -> {
          limit = MOST;
          refresh();
          list.getChildren().skip(TEN).findFirst().ifPresent(LatestVisits::focusIn);
        });
    add(title, empty, list, more);
  }

  /** Reads again. Lines that did not change stay as they are, and keep the focus they have. */
  void refresh() {
    List<DeskVisit> read = board.visits(limit + 1);
    List<DeskVisit> visits = read.subList(0, Math.min(limit, read.size()));
    more.setVisible(read.size() > limit);
    empty.setVisible(visits.isEmpty());
    list.setVisible(!visits.isEmpty());
    list.getChildren()
        .filter(row -> !visits.contains(((VisitRow) row).visit()))
        .toList()
        .forEach(list::remove);
    DeskWords words = reception.words(UI.getCurrent());
    for (int i = 0; i < visits.size(); i++) {
      DeskVisit visit = visits.get(i);
      boolean there =
          i < list.getComponentCount() && ((VisitRow) list.getComponentAt(i)).visit().equals(visit);
      if (!there) {
        list.addComponentAtIndex(
            i, new VisitRow(visit, words, reception, () -> undo.accept(visit)));
      }
    }
  }

  private static void focusIn(Component row) {
    row.getElement().executeJs("this.querySelector('a')?.focus()");
  }
}
