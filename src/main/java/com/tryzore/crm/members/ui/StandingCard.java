package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.GymStanding;
import com.tryzore.crm.members.MemberProfile;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.StandingData;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;

/** How a member stands at this gym, and at the other gyms of the chain. */
@SpringComponent
@Scope("prototype")
class StandingCard extends ProfileCard {
  private final transient Members members;
  private final transient MemberForms forms;
  private final transient Bindings bindings;
  private @Nullable MemberProfile profile;
  private transient Runnable changed = () -> {};

  StandingCard(Members members, MemberForms forms, Bindings bindings) {
    super("members.standing.title");
    this.members = members;
    this.forms = forms;
    this.bindings = bindings;
    action(Icon.EDIT, getTranslation("members.standing.change"), this::edit);
  }

  /** Hears that the standing was changed. */
  void onChange(Runnable listener) {
    changed = listener;
  }

  void show(MemberProfile member) {
    profile = member;
    List<GymStanding> chain = members.standings(member.id());
    if (!isNews(List.of(member.standing(), chain))) {
      return;
    }
    Binding binding = bindings.required();
    Formats formats = Formats.of(getLocale(), binding.zone());
    StandingData here = member.standing().data();
    Facts facts = new Facts();
    facts.add(getTranslation("members.form.memberNumber"), here.memberNumber());
    facts.add(getTranslation("members.form.planName"), here.planName());
    facts.add(
        getTranslation("members.form.joinedOn"),
        here.joinedOn() == null ? null : formats.date(here.joinedOn()));
    facts.add(
        getTranslation("members.form.validUntil"),
        here.validUntil() == null
            ? getTranslation("members.standing.noEnd")
            : formats.date(here.validUntil()));
    body(facts);
    List<GymStanding> others =
        chain.stream().filter(gym -> !gym.organization().equals(binding.organization())).toList();
    if (!others.isEmpty()) {
      UnorderedList list = new UnorderedList();
      list.addClassName("profile-gyms");
      others.forEach(gym -> list.add(row(gym)));
      body(facts, new H4(getTranslation("members.standing.elsewhere")), list);
    }
  }

  private ListItem row(GymStanding gym) {
    // Their days begin and end on their own clock.
    Formats there = Formats.of(getLocale(), gym.zone());
    Span name = new Span(gym.organizationName());
    name.addClassName("zore-strong");
    List<String> facts = new ArrayList<>();
    if (gym.home()) {
      facts.add(getTranslation("members.standing.home"));
    }
    if (gym.data().memberNumber() != null) {
      facts.add(gym.data().memberNumber());
    }
    if (gym.data().validUntil() != null) {
      facts.add(getTranslation("members.standing.until", there.date(gym.data().validUntil())));
    }
    if (gym.lastVisitAt() != null) {
      LocalDate last = LocalDate.ofInstant(gym.lastVisitAt(), gym.zone());
      facts.add(getTranslation("members.standing.lastVisit", there.day(last)));
    }
    Span line = new Span(String.join(" · ", facts));
    line.addClassName("zore-muted");
    Div words = new Div(name, line);
    return new ListItem(words, StatusLook.badge(gym.data().statusOn(there.today())));
  }

  private void edit() {
    MemberProfile of = profile;
    if (of != null) {
      forms.standing(of, saved -> changed.run());
    }
  }
}
