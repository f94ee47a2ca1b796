package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.BookedToday;
import com.tryzore.crm.frontdesk.CheckIn;
import com.tryzore.crm.frontdesk.CheckInVerdict;
import com.tryzore.crm.ui.AboveDialogs;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;

/** The verdict on any page but today's: it comes at the top, says its word and goes by itself. */
final class VerdictToast implements Stage {

  private static final int GREEN = 6_000;
  private static final int AMBER = 15_000;

  private final Reception reception;

  VerdictToast(Reception reception) {
    this.reception = reception;
  }

  @Override
  public void show(CheckIn answer) {
    switch (answer) {
      case CheckIn.Done done -> {
        boolean green = done.verdict() instanceof CheckInVerdict.Welcome;
        Notification toast = open(answer, green ? GREEN : AMBER);
        Button undo =
            button(
                I18NProvider.translate("ui.toast.undo"),
                () -> {
                  toast.close();
                  reception.undo(done, this);
                });
        undo.setIcon(Icon.UNDO.create());
        card(toast).action(undo, close(toast));
      }
      case CheckIn.AlreadyIn in -> {
        Notification toast = open(answer, GREEN);
        card(toast).action(close(toast));
      }
      case CheckIn.Refused refused ->
          throw new IllegalArgumentException("A refusal is asked about");
      case CheckIn.Unknown unknown ->
          Toasts.trouble(I18NProvider.translate("frontdesk.verdict.unknown"));
    }
  }

  @Override
  public void turnedAway(CheckIn.Refused answer) {
    Toasts.note(
        I18NProvider.translate("frontdesk.turnedAway", answer.member().person().fullName()));
  }

  @Override
  public void undone(CheckIn.Done answer) {
    // Reception has said it.
  }

  private Notification open(CheckIn answer, int milliseconds) {
    Notification toast = new Notification();
    toast.addClassNames("desk-toast", CheckInLook.tone(answer).className());
    toast.setPosition(Notification.Position.TOP_CENTER);
    toast.setDuration(milliseconds);
    DeskWords words = reception.words(UI.getCurrent());
    toast.add(VerdictCard.of(answer, words, reception.photos()).booked(booked(answer), words));
    toast.addOpenedChangeListener(
        change -> {
          if (!change.isOpened()) {
            toast.removeFromParent();
          }
        });
    toast.open();
    return toast;
  }

  private List<BookedToday> booked(CheckIn answer) {
    return switch (answer) {
      case CheckIn.Done done -> reception.booked(done.member().client());
      case CheckIn.AlreadyIn in -> reception.booked(in.member().client());
      case CheckIn.Refused refused -> List.of();
      case CheckIn.Unknown unknown -> List.of();
    };
  }

  private static VerdictCard card(Notification toast) {
    return (VerdictCard) toast.getChildren().findFirst().orElseThrow();
  }

  private static Button close(Notification toast) {
    Button close = button(I18NProvider.translate("ui.close"), toast::close);
    close.addClassName("zore-quiet");
    return close;
  }

  /** A button that works while a dialog is open, for a card may be read then. */
  private static Button button(String words, Runnable action) {
    Button button = new Button(words);
    AboveDialogs.onClick(button, action);
    return button;
  }
}
