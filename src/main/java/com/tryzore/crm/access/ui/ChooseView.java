package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.OrganizationId;
import com.tryzore.crm.access.SignedIn;
import com.tryzore.crm.access.Standing;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.SearchField;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which gym to work in: the primary one first, a chain's gyms below it. */
@Route(value = "choose", autoLayout = false)
@PermitAll
class ChooseView extends EntrancePage {
  private static final int WORTH_SEARCHING = 8;

  private final Map<ListItem, String> searchable = new LinkedHashMap<>();
  private final Paragraph none = new Paragraph();

  ChooseView(Gate gate, AuthenticationContext authentication) {
    super("access.choose.title");
    SignedIn who = CurrentSignIn.get().orElseThrow();
    List<Standing> places = gate.standings(who.user());
    Button signOut =
        new Button(
            getTranslation("access.sign-out"),
            Icon.EXIT.create(),
            click -> authentication.logout());
    signOut.addClassName("zore-quiet");
    Span account = new Span(getTranslation("access.choose.account", who.email()));
    account.addClassName("zore-muted");
    Div foot = new Div(account, signOut);
    foot.addClassName("zore-entrance-foot");
    if (places.isEmpty()) {
      fill(getTranslation("access.choose.none"), getTranslation("access.choose.none-text"), foot);
    } else {
      fill(
          getTranslation("access.choose.heading", who.displayName()),
          getTranslation("access.choose.text"),
          search(places.size()),
          list(places),
          none,
          foot);
    }
  }

  private Div search(int places) {
    Div place = new Div();
    none.setText(getTranslation("access.choose.no-match"));
    none.addClassName("zore-muted");
    none.setVisible(false);
    if (places > WORTH_SEARCHING) {
      SearchField field =
          new SearchField(getTranslation("access.choose.search")).onSearch(this::show);
      field.setAutofocus(true);
      field.setWidthFull();
      place.add(field);
    } else {
      place.setVisible(false);
    }
    return place;
  }

  private void show(String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    boolean any = false;
    for (Map.Entry<ListItem, String> entry : searchable.entrySet()) {
      boolean fits = entry.getValue().contains(wanted);
      entry.getKey().setVisible(fits);
      any |= fits;
    }
    none.setVisible(!any);
  }

  private UnorderedList list(List<Standing> places) {
    UnorderedList list = new UnorderedList();
    list.addClassName("zore-gyms");
    Set<OrganizationId> mine =
        places.stream().map(Standing::organization).collect(Collectors.toSet());
    for (Standing place : inFamilies(places, mine)) {
      boolean below = place.parent().filter(mine::contains).isPresent();
      ListItem item = new ListItem(link(place));
      if (below) {
        item.addClassName("zore-gym-below");
      }
      searchable.put(item, place.name().toLowerCase(Locale.ROOT));
      list.add(item);
    }
    return list;
  }

  private Anchor link(Standing place) {
    Span name = new Span(place.name());
    name.addClassName("zore-gym-name");
    Span role = new Span(getTranslation("access.tier." + place.tier().key()));
    role.addClassName("zore-gym-role");
    Anchor link = new Anchor("o/" + place.slug(), Icon.BUILDING.create(), new Span(name, role));
    link.getElement().setAttribute("router-link", true);
    link.addClassName("zore-gym");
    if (place.primary()) {
      Span primary =
          new Span(Icon.STAR.create(), new Span(getTranslation("access.choose.primary")));
      primary.addClassName("zore-gym-primary");
      link.add(primary);
    }
    link.add(Icon.CHEVRON_RIGHT.create());
    return link;
  }

  /** Each chain directly followed by its gyms, otherwise in the order of the standings. */
  private static List<Standing> inFamilies(List<Standing> places, Set<OrganizationId> mine) {
    List<Standing> ordered = new ArrayList<>();
    for (Standing place : places) {
      if (place.parent().filter(mine::contains).isEmpty()) {
        ordered.add(place);
        places.stream()
            .filter(gym -> gym.parent().filter(place.organization()::equals).isPresent())
            .forEach(ordered::add);
      }
    }
    return ordered;
  }
}
