package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.Source;
import com.tryzore.crm.members.SisterGym;
import com.tryzore.crm.members.Visitors;
import com.tryzore.crm.members.ui.RosterOffer;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where visitors from other gyms of the chain are admitted, and then checked in like anybody. */
@Component
class VisitorDoor implements RosterOffer {

  private final Visitors visitors;
  private final Reception reception;

  VisitorDoor(Visitors visitors, Reception reception) {
    this.visitors = visitors;
    this.reception = reception;
  }

  @Override
  public Icon icon() {
    return Icon.BUILDING;
  }

  @Override
  public String words() {
    return I18NProvider.translate("frontdesk.visitor.action");
  }

  @Override
  public boolean offered() {
    return isOpen();
  }

  @Override
  public void begin() {
    ask();
  }

  /** Whether there are gyms that visitors may come from. */
  boolean isOpen() {
    return reception.worksHere() && !visitors.gyms().isEmpty();
  }

  /** Asks who it is; the verdict then appears as after any check-in. */
  void ask() {
    List<SisterGym> gyms = visitors.gyms();
    if (!gyms.isEmpty()) {
      new VisitorDialog(
              visitors, gyms, client -> reception.checkIn(client, Source.SEARCH, reception.stage()))
          .open();
    }
  }
}
