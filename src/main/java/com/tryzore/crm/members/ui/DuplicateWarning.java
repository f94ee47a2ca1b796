package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.members.PossibleDuplicate;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;

/**
 * Names, while somebody is being typed, the members who may be the same person. It stops nobody: a
 * family shares an address. The link opens a tab of its own, so that nothing typed is lost.
 */
final class DuplicateWarning extends Div {
  private final Binding binding;
  private final Formats formats;
  private List<PossibleDuplicate> shown = List.of();

  DuplicateWarning(Binding binding, Formats formats) {
    this.binding = binding;
    this.formats = formats;
    addClassNames("member-duplicates", "zore-tone-caution", "zore-wide");
    getElement().setAttribute("role", "status");
    addClassName("member-duplicates-none");
  }

  void show(List<PossibleDuplicate> found) {
    if (found.equals(shown)) {
      return;
    }
    shown = found;
    removeAll();
    getElement().getClassList().set("member-duplicates-none", found.isEmpty());
    if (found.isEmpty()) {
      return;
    }
    Span title = new Span(getTranslation("members.duplicate.title"));
    title.addClassName("zore-strong");
    UnorderedList people = new UnorderedList();
    found.forEach(one -> people.add(person(one)));
    add(Icon.WARNING.create(), new Div(title, people));
  }

  private ListItem person(PossibleDuplicate found) {
    Anchor link =
        new Anchor(
            "o/%s/members/%s".formatted(binding.slug(), found.member().id()),
            found.member().name(),
            AnchorTarget.BLANK);
    List<String> facts = new ArrayList<>(List.of(found.member().memberNumber()));
    if (found.member().birthDate() != null) {
      facts.add(getTranslation("members.born", formats.date(found.member().birthDate())));
    }
    facts.add(StatusLook.words(found.member().status()));
    found.signs().stream()
        .sorted()
        .map(sign -> getTranslation("members.duplicate." + sign.word()))
        .forEach(facts::add);
    return new ListItem(link, new Span(" · " + String.join(" · ", facts)));
  }
}
