package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.ui.StatusLook;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** A field that finds members by name or number and tells namesakes apart. */
final class MemberBox extends ComboBox<MemberHit> {

  private static final int ROOM = 8;

  private final transient MemberSearch search;

  /**
   * @param born says when somebody was born: namesakes are told apart by it
   */
  MemberBox(MemberSearch search, Function<LocalDate, String> born) {
    this.search = search;
    setItemLabelGenerator(MemberHit::name);
    setRenderer(hits(born));
    setItems(
        query ->
            found(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
  }

  /** Those who answer to what was typed, the best first. */
  List<MemberHit> found(String typed) {
    return typed.isBlank() ? List.of() : search.find(typed.strip(), ROOM);
  }

  private static Renderer<MemberHit> hits(Function<LocalDate, String> born) {
    return LitRenderer.<MemberHit>of(
            "<span class=\"roster-hit\"><strong>${item.name}</strong>"
                + "<span>${item.number} · ${item.status} ${item.born}</span></span>")
        .withProperty("name", MemberHit::name)
        .withProperty("number", MemberHit::memberNumber)
        .withProperty("born", hit -> hit.birthDate() == null ? "" : born.apply(hit.birthDate()))
        .withProperty("status", hit -> StatusLook.words(hit.status()));
  }
}
