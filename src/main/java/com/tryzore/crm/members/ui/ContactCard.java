package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.Client;
import com.tryzore.crm.members.ClientData;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How to reach a member, when they were born, whom to call when something happens. */
final class ContactCard extends ProfileCard {
  private static final int SOON = 14;

  ContactCard() {
    super("members.profile.contact");
  }

  void show(Client client, FieldWords words, Formats formats) {
    ClientData data = client.data();
    if (!isNews(data)) {
      return;
    }
    Facts facts = new Facts();
    if (data.phone() != null) {
      facts.add(words.label("phone"), phone(data.phone(), words));
    }
    if (data.email() != null) {
      facts.add(words.label("email"), link(Icon.MAIL, "mailto:" + data.email(), data.email()));
    }
    if (data.birthDate() != null) {
      facts.add(words.label("birthDate"), born(data.birthDate(), formats));
    }
    if (data.gender() != null) {
      facts.add(words.label("gender"), words.value("gender", data.gender()));
    }
    facts.add(getTranslation("members.form.part.address"), address(data, words));
    facts.add(getTranslation("members.form.part.emergency"), emergency(data, words));
    if (data.language() != null) {
      facts.add(words.label("language"), words.language(data.language()));
    }
    if (data.contactChannel() != null) {
      facts.add(
          words.label("contactChannel"), words.value("contactChannel", data.contactChannel()));
    }
    facts.add(
        getTranslation("members.profile.offers"),
        getTranslation(
            data.marketingConsent() ? "members.profile.offers.yes" : "members.profile.offers.no"));
    body(facts);
    if (data.phone() == null && data.email() == null) {
      Paragraph unreachable = new Paragraph(getTranslation("members.profile.unreachable"));
      unreachable.addClassName("zore-muted");
      body(unreachable, facts);
    }
  }

  private Div born(LocalDate day, Formats formats) {
    Div line =
        new Div(
            new Span(getTranslation("members.profile.born", formats.date(day), formats.age(day))));
    if (formats.isBirthday(day)) {
      line.add(birthday(getTranslation("members.profile.birthday.today")));
    } else {
      LocalDate next = next(day, formats.today());
      if (ChronoUnit.DAYS.between(formats.today(), next) <= SOON) {
        line.add(birthday(getTranslation("members.profile.birthday.soon", formats.day(next))));
      }
    }
    return line;
  }

  private static Span birthday(String words) {
    Span badge = new Span(Icon.BIRTHDAY.create(), new Span(words));
    badge.addClassNames("zore-badge", "zore-tone-accent");
    return badge;
  }

  /** The next birthday after today. */
  static LocalDate next(LocalDate born, LocalDate today) {
    LocalDate thisYear = born.withYear(today.getYear());
    return thisYear.isAfter(today) ? thisYear : born.withYear(today.getYear() + 1);
  }

  private static @Nullable String address(ClientData data, FieldWords words) {
    String town =
        Stream.of(data.postalCode(), data.city())
            .filter(part -> part != null)
            .collect(Collectors.joining(" "));
    String country = data.country() == null ? "" : words.country(data.country());
    return Stream.of(data.street() == null ? "" : data.street(), town, country)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private Div emergency(ClientData data, FieldWords words) {
    Div line = new Div();
    if (data.emergencyName() == null && data.emergencyPhone() == null) {
      Span missing = new Span(getTranslation("members.profile.emergency.none"));
      missing.addClassName("zore-muted");
      line.add(missing);
      return line;
    }
    String who =
        Stream.of(data.emergencyName(), data.emergencyRelation())
            .filter(part -> part != null)
            .collect(Collectors.joining(", "));
    if (!who.isEmpty()) {
      line.add(new Span(who));
    }
    if (data.emergencyPhone() != null) {
      line.add(phone(data.emergencyPhone(), words));
    }
    return line;
  }

  private static Anchor phone(String number, FieldWords words) {
    return link(Icon.PHONE, "tel:" + number, words.value("phone", number));
  }

  private static Anchor link(Icon icon, String address, String words) {
    Anchor link = new Anchor(address, icon.create(), new Span(words));
    link.addClassName("profile-link");
    link.setRouterIgnore(true);
    return link;
  }
}
