package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.CheckIn;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.ui.MemberDeeds;
import com.vaadin.flow.component.dialog.Dialog;

/** The check-in field over any other page, to choose between namesakes. Escape closes it. */
final class CheckInDialog extends Dialog {

  private final CheckInField field;

  CheckInDialog(MemberSearch search, Reception reception, MemberDeeds deeds) {
    addClassNames("zore-dialog", "desk-check-in");
    setHeaderTitle(getTranslation("frontdesk.checkIn.title"));
    setWidth("40rem");
    field = new CheckInField(search, reception, deeds, new ClosingStage(reception.stage()));
    add(field);
  }

  /** Opens with something typed already. */
  void open(String typed) {
    open();
    field.focus();
    field.start(typed);
  }

  /** Somebody was named: the answer goes to the page below. */
  private final class ClosingStage implements Stage {
    private final Stage page;

    ClosingStage(Stage page) {
      this.page = page;
    }

    @Override
    public void show(CheckIn answer) {
      close();
      page.show(answer);
    }

    @Override
    public void turnedAway(CheckIn.Refused answer) {
      close();
      page.turnedAway(answer);
    }

    @Override
    public void undone(CheckIn.Done answer) {
      page.undone(answer);
    }
  }
}
