package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.SisterGym;
import com.tryzore.crm.members.TooManyVisitorsTriedException;
import com.tryzore.crm.members.Visitors;
import com.tryzore.crm.ui.FormDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Admits a member of another gym of the chain: which gym, which number there. */
final class VisitorDialog extends FormDialog {

  private final transient Visitors visitors;
  private final transient Consumer<ClientId> admitted;
  private final Select<SisterGym> gym = new Select<>();
  private final TextField number = new TextField(getTranslation("frontdesk.visitor.number"));

  /**
   * @param gyms at least one
   * @param admitted hears who it is
   */
  VisitorDialog(Visitors visitors, List<SisterGym> gyms, Consumer<ClientId> admitted) {
    super("");
    this.visitors = visitors;
    this.admitted = admitted;
    setHeaderTitle(getTranslation("frontdesk.visitor.title"));
    Paragraph what = new Paragraph(getTranslation("frontdesk.visitor.text"));
    what.addClassName("zore-muted");
    gym.setLabel(getTranslation("frontdesk.visitor.gym"));
    gym.setItems(gyms);
    gym.setItemLabelGenerator(SisterGym::name);
    gym.setValue(gyms.getFirst());
    number.setRequiredIndicatorVisible(true);
    number.setManualValidation(true);
    number.setMaxLength(40);
    number.setAutofocus(true);
    number.addValueChangeListener(change -> number.setInvalid(false));
    wide(what);
    fields(gym, number);
    saveWords(getTranslation("frontdesk.visitor.admit"));
    onSave(this::admit);
  }

  private boolean admit() {
    String typed = number.getValue().strip();
    if (typed.isEmpty()) {
      return wrong(getTranslation("frontdesk.visitor.missing"));
    }
    Optional<ClientId> found;
    try {
      found = visitors.admit(gym.getValue(), typed);
    } catch (TooManyVisitorsTriedException guessing) {
      return wrong(getTranslation("frontdesk.visitor.tooMany"));
    }
    if (found.isEmpty()) {
      return wrong(getTranslation("frontdesk.visitor.unknown", gym.getValue().name()));
    }
    close();
    admitted.accept(found.get());
    return true;
  }

  private boolean wrong(String sentence) {
    number.setErrorMessage(sentence);
    number.setInvalid(true);
    number.focus();
    return false;
  }
}
