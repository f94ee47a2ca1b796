package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.Source;
import com.tryzore.crm.members.SisterGym;
import com.tryzore.crm.members.Visitors;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where visitors from other gyms of the chain are admitted, and then checked in like anybody. */
@Component
class VisitorDoor {

  private final Visitors visitors;
  private final Reception reception;

  VisitorDoor(Visitors visitors, Reception reception) {
    this.visitors = visitors;
    this.reception = reception;
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
