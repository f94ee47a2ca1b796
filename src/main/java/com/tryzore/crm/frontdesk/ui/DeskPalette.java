package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.frontdesk.Source;
import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.ui.MemberDeed;
import com.tryzore.crm.members.ui.MemberDeeds;
import com.tryzore.crm.members.ui.StatusLook;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.PaletteItem;
import com.tryzore.crm.ui.PaletteSource;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Members in the palette, for those who work at the desk: Enter checks in, Alt+O opens the profile,
 * and so on. When several could be meant, Enter on the first, which nobody chose, asks who it is.
 */
@Component
class DeskPalette implements PaletteSource {

  private final MemberSearch search;
  private final Reception reception;
  private final MemberDeeds deeds;

  DeskPalette(MemberSearch search, Reception reception, MemberDeeds deeds) {
    this.search = search;
    this.reception = reception;
    this.deeds = deeds;
  }

  @Override
  public String headingKey() {
    return "members.palette.heading";
  }

  @Override
  public int order() {
    return 9;
  }

  @Override
  public List<PaletteItem> find(String typed, int limit) {
    if (typed.isEmpty() || !reception.worksHere()) {
      return List.of();
    }
    List<MemberHit> hits = search.find(typed, limit);
    DeskWords words = reception.words(UI.getCurrent());
    MemberHit meant = Enter.on(typed, hits) instanceof Enter.One(MemberHit one) ? one : null;
    List<MemberDeed> offered = deeds.offered();
    List<PaletteItem> items = new ArrayList<>();
    for (MemberHit hit : hits) {
      boolean sure = !items.isEmpty() || hit.equals(meant);
      PaletteItem item = item(hit, words, sure, typed);
      for (MemberDeed deed : offered) {
        item =
            item.asking(deed.key(), deed.words(), sure ? () -> deed.begin(hit.id()) : who(typed));
      }
      items.add(item);
    }
    return items;
  }

  /** Asks who is meant, before anything is done with the wrong one. */
  private Runnable who(String typed) {
    return () -> new CheckInDialog(search, reception, deeds).open(typed);
  }

  private PaletteItem item(MemberHit hit, DeskWords words, boolean sure, String typed) {
    PaletteItem item =
        PaletteItem.of(
                Icon.MEMBER,
                hit.name(),
                sure
                    ? () -> reception.checkIn(hit.id(), Source.SEARCH, reception.stage())
                    : who(typed))
            .person(reception.photos().small(hit.id(), hit.photoVersion()))
            .subtitle(words.end(hit.status(), hit.validUntil()) + " · " + words.tells(hit))
            .badge(
                StatusLook.tone(hit.status()),
                StatusLook.icon(hit.status()),
                StatusLook.words(hit.status()));
    return item.enterWords(
            I18NProvider.translate(sure ? "frontdesk.palette.checkIn" : "frontdesk.palette.choose"))
        .key(
            "O",
            I18NProvider.translate("frontdesk.palette.profile"),
            () ->
                UI.getCurrent()
                    .navigate(DeskNavigation.profile(reception.bindings().required(), hit.id())));
  }
}
