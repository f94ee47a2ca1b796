package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.Source;
import com.tryzore.crm.ui.ScanListener;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.i18n.I18NProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A member's card held to the scanner, on whatever page: the member is checked in. */
@Component
@Order(100)
class CardScanner implements ScanListener {

  private final Reception reception;

  CardScanner(Reception reception) {
    this.reception = reception;
  }

  @Override
  public boolean scanned(String code) {
    if (!reception.worksHere()) {
      return false;
    }
    if (!reception.checkInNumber(code, Source.SCAN, reception.stage())) {
      Toasts.trouble(I18NProvider.translate("frontdesk.scan.unknown", code));
    }
    return true;
  }
}
