package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.CheckIn;
import com.tryzore.crm.frontdesk.WhyNot;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.ui.KeyHint;
import com.tryzore.crm.ui.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one question a refusal asks: turn away (Escape), or allow with a reason (A, the reason,
 * Enter). The focus is on the dialog itself, so that an Enter too many answers nothing.
 */
final class RefusalDialog extends Dialog {

  private static final int LONGEST = 500;
  private static final String TYPED = "event.target.value";

  private final TextField reason = new TextField(getTranslation("frontdesk.allow.reason"));
  private final Button deny = new Button(getTranslation("frontdesk.deny"));
  private final Button allow = new Button(getTranslation("frontdesk.allow"));
  private Consumer<Optional<String>> onAnswer = answer -> {};

  RefusalDialog(CheckIn.Refused refused, Reception reception) {
    addClassNames("zore-dialog", "desk-refusal");
    setRole("alertdialog");
    setWidth("40rem");
    setCloseOnOutsideClick(false);
    DeskWords words = reception.words(UI.getCurrent());
    String spoken = words.aloud(words.title(refused), refused.member(), refused.verdict());
    setAriaLabel(spoken);
    VerdictCard card = VerdictCard.of(refused, words, reception.photos());
    add(card);
    Div mends = mends(refused, reception);
    if (mends.getChildren().findAny().isPresent()) {
      add(mends);
    }
    reason.addClassName("desk-refusal-reason");
    reason.setMaxLength(LONGEST);
    reason.setVisible(false);
    reason.setErrorMessage(getTranslation("frontdesk.allow.reason.missing"));
    reason.getElement().setAttribute("autocomplete", "off");
    reason
        .getElement()
        .addEventListener("keydown", key -> submit(key.getEventData().path(TYPED).asString("")))
        .setFilter("event.key === 'Enter' && !event.isComposing")
        .addEventData(TYPED);
    add(reason);
    deny.addClassName("desk-deny");
    deny.setSuffixComponent(new KeyHint("Esc"));
    deny.addClickListener(click -> answer(Optional.empty()));
    addDialogCloseActionListener(close -> answer(Optional.empty()));
    getFooter().add(deny);
    if (refused.mayAllow()) {
      allow.setSuffixComponent(new KeyHint("A"));
      allow.addClickListener(click -> allowOrSubmit());
      Shortcuts.on(card, "a", this::askReason);
      getFooter().add(allow);
    } else {
      Paragraph notYours = new Paragraph(getTranslation("frontdesk.allow.notYours"));
      notYours.addClassName("zore-muted");
      add(notYours);
    }
  }

  /** Hears the answer once: the reason for allowing, or nothing for turning away. */
  void onAnswer(Consumer<Optional<String>> listener) {
    onAnswer = listener;
  }

  private void allowOrSubmit() {
    if (reason.isVisible()) {
      submit(reason.getValue());
    } else {
      askReason();
    }
  }

  private void askReason() {
    reason.setVisible(true);
    allow.setSuffixComponent(new KeyHint("↵"));
    allow.addClassName("zore-primary");
    reason.focus();
  }

  private void submit(String typed) {
    String why = typed.strip();
    if (why.isEmpty()) {
      reason.setInvalid(true);
      reason.focus();
    } else {
      answer(Optional.of(why.substring(0, Math.min(LONGEST, why.length()))));
    }
  }

  private void answer(Optional<String> why) {
    if (isOpened()) {
      close();
      onAnswer.accept(why);
    }
  }

  private Div mends(CheckIn.Refused refused, Reception reception) {
    Div mends = new Div();
    mends.addClassName("desk-mends");
    ClientId client = refused.member().client();
    String profile = DeskNavigation.profile(reception.bindings().required(), client);
    refused.verdict().reasons().stream()
        .map(WhyNot::mend)
        .flatMap(Optional::stream)
        .distinct()
        .forEach(
            mend -> {
              Anchor link = new Anchor(profile, mendWords(mend));
              link.addClassName("zore-link-button");
              link.getElement().addEventListener("click", click -> answer(Optional.empty()));
              mends.add(link);
            });
    if (mends.getChildren().findAny().isPresent()) {
      mends.addComponentAsFirst(new Span(getTranslation("frontdesk.mend.label")));
    }
    return mends;
  }

  private static String mendWords(WhyNot.Mend mend) {
    return I18NProvider.translate(
        switch (mend) {
          case RENEW -> "frontdesk.mend.renew";
          case RESUME -> "frontdesk.mend.resume";
          case SELL -> "frontdesk.mend.sell";
        });
  }
}
