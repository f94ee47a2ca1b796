package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.frontdesk.BookedToday;
import com.tryzore.crm.frontdesk.CheckIn;
import com.tryzore.crm.frontdesk.DeskBoard;
import com.tryzore.crm.frontdesk.FrontDesk;
import com.tryzore.crm.frontdesk.Source;
import com.tryzore.crm.frontdesk.Undo;
import com.tryzore.crm.frontdesk.VisitId;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.ui.MemberPhotos;
import com.tryzore.crm.ui.AboveDialogs;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Checks members in from wherever somebody asks, in the tab that asks. Green and amber are shown
 * and that is all; red is asked about once.
 */
@Component
class Reception {

  private final FrontDesk desk;
  private final DeskBoard board;
  private final MemberSearch search;
  private final MemberPhotos photos;
  private final Bindings bindings;

  Reception(
      FrontDesk desk,
      DeskBoard board,
      MemberSearch search,
      MemberPhotos photos,
      Bindings bindings) {
    this.desk = desk;
    this.board = board;
    this.search = search;
    this.photos = photos;
    this.bindings = bindings;
  }

  /** Whether this tab's tier works at the desk. */
  boolean worksHere() {
    return bindings.current().filter(binding -> binding.tier().atLeast(Tier.STAFF)).isPresent();
  }

  MemberPhotos photos() {
    return photos;
  }

  Bindings bindings() {
    return bindings;
  }

  DeskWords words(UI ui) {
    return DeskWords.of(ui.getLocale(), bindings.required());
  }

  /**
   * Where this tab shows answers: the page of today itself, a toast elsewhere and above dialogs.
   */
  Stage stage() {
    return UI.getCurrent().getCurrentView() instanceof Stage today && !AboveDialogs.isOpen()
        ? today
        : new VerdictToast(this);
  }

  /** Checks in whoever has this number; whether there is somebody. */
  boolean checkInNumber(String number, Source source, Stage stage) {
    Optional<MemberHit> found = search.byNumber(number);
    found.ifPresent(member -> checkIn(member.id(), source, stage));
    return found.isPresent();
  }

  /** Checks a member in and shows what became of it on the stage. */
  void checkIn(ClientId client, Source source, Stage stage) {
    CheckIn answer = desk.checkIn(client, source);
    if (answer instanceof CheckIn.Refused refused) {
      ask(refused, source, stage);
    } else {
      stage.show(answer);
    }
  }

  /** One question at a time about a member, however often their card is held to the scanner. */
  private void ask(CheckIn.Refused refused, Source source, Stage stage) {
    ClientId client = refused.member().client();
    Set<ClientId> asked = Asked.in(UI.getCurrent()).clients();
    if (!asked.add(client)) {
      return;
    }
    RefusalDialog dialog = new RefusalDialog(refused, this);
    dialog.onAnswer(
        reason -> {
          asked.remove(client);
          reason.ifPresentOrElse(
              why -> stage.show(desk.allow(client, source, why)), () -> stage.turnedAway(refused));
        });
    dialog.open();
  }

  /** What a member has a place in today. */
  List<BookedToday> booked(ClientId client) {
    return board.booked(client);
  }

  /** Takes a check-in back and says so. */
  void undo(CheckIn.Done done, Stage stage) {
    String name = done.member().person().fullName();
    if (undo(done.visit(), name)) {
      stage.undone(done);
    }
  }

  /** Takes a visit back and says so; whether it was this that took it back. */
  boolean undo(VisitId visit, String name) {
    Undo undo = desk.undo(visit);
    switch (undo) {
      case DONE -> Toasts.done(I18NProvider.translate("frontdesk.undo.done", name));
      case ALREADY -> Toasts.done(I18NProvider.translate("frontdesk.undo.already", name));
      case UNKNOWN -> Toasts.trouble(I18NProvider.translate("frontdesk.verdict.unknown"));
    }
    return undo == Undo.DONE;
  }

  /** Whom this tab is being asked about at the moment. */
  private record Asked(Set<ClientId> clients) {
    static Asked in(UI ui) {
      Asked known = ComponentUtil.getData(ui, Asked.class);
      if (known == null) {
        known = new Asked(new HashSet<>());
        ComponentUtil.setData(ui, Asked.class, known);
      }
      return known;
    }
  }
}
