package com.tryzore.crm.organizations.ui;

import com.tryzore.crm.organizations.AccountStatus;
import com.tryzore.crm.organizations.StaffAccount;
import com.tryzore.crm.ui.Avatar;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.time.Instant;
import java.util.Locale;

/** One account of the staff list, with what can be done about it. */
final class StaffRow extends ListItem {

  /** What the row asks the page to do. */
  interface Actions {
    void change(StaffAccount account);

    void inviteAgain(StaffAccount account);

    void withdraw(StaffAccount account);

    void switchOnOrOff(StaffAccount account);
  }

  StaffRow(
      StaffAccount account, boolean self, boolean changeable, Formats formats, Actions actions) {
    addClassName("staff-row");
    add(new Avatar(account.name(), null, Avatar.Size.MEDIUM));
    add(who(account, self), role(account), status(account, formats));
    add(changeable ? menu(account, actions) : new Span());
  }

  private Div who(StaffAccount account, boolean self) {
    Span name = new Span(account.name());
    name.addClassName("zore-strong");
    Div first = new Div(name);
    if (self) {
      Span you = new Span(getTranslation("organizations.staff.you"));
      you.addClassName("zore-muted");
      first.add(you);
    }
    Span email = new Span(account.email());
    email.addClassName("zore-muted");
    Div who = new Div(first, email);
    who.addClassName("staff-who");
    return who;
  }

  private Div role(StaffAccount account) {
    Span role =
        new Span(getTranslation("access.tier." + account.role().name().toLowerCase(Locale.ROOT)));
    Div box = new Div(role);
    box.addClassName("staff-role");
    long granted = account.rights().values().stream().filter(given -> given).count();
    long withheld = account.rights().size() - granted;
    if (granted + withheld > 0) {
      Span rights =
          new Span(getTranslation("organizations.staff.rightsSummary", granted, withheld));
      rights.addClassName("zore-muted");
      box.add(rights);
    }
    return box;
  }

  private Div status(StaffAccount account, Formats formats) {
    Div box = new Div();
    box.addClassName("staff-status");
    Instant invitedUntil = account.invitedUntil();
    switch (account.status()) {
      case ACTIVE -> {
        Instant last = account.lastSignedInAt();
        box.add(
            new StatusBadge(
                Tone.GOOD, Icon.CHECK, getTranslation("organizations.staff.status.active")));
        box.add(
            muted(
                last == null
                    ? getTranslation("organizations.staff.neverSignedIn")
                    : getTranslation("organizations.staff.signedIn", formats.ago(last))));
      }
      case INVITED -> {
        box.add(
            new StatusBadge(
                Tone.CAUTION, Icon.MAIL, getTranslation("organizations.staff.status.invited")));
        box.add(
            muted(
                invitedUntil != null && invitedUntil.isAfter(Instant.now())
                    ? getTranslation(
                        "organizations.staff.linkUntil", formats.dateTime(invitedUntil))
                    : getTranslation("organizations.staff.linkOver")));
      }
      case DISABLED ->
          box.add(
              new StatusBadge(
                  Tone.QUIET, Icon.LOCK, getTranslation("organizations.staff.status.disabled")));
    }
    return box;
  }

  private static Span muted(String words) {
    Span span = new Span(words);
    span.addClassName("zore-muted");
    return span;
  }

  private Div menu(StaffAccount account, Actions actions) {
    Button change = new Button(getTranslation("organizations.staff.change"), Icon.EDIT.create());
    change.addClassName("zore-quiet");
    change.setAriaLabel(getTranslation("organizations.staff.changeWhom", account.name()));
    change.addClickListener(click -> actions.change(account));
    MenuBar more = new MenuBar();
    more.addThemeVariants(MenuBarVariant.TERTIARY);
    more.addClassName("zore-icon-button");
    MenuItem root = more.addItem(Icon.MORE.create());
    root.setAriaLabel(getTranslation("organizations.staff.moreWhom", account.name()));
    if (account.status() == AccountStatus.INVITED) {
      root.getSubMenu()
          .addItem(
              getTranslation("organizations.staff.newLink"), click -> actions.inviteAgain(account));
      root.getSubMenu()
          .addItem(
              getTranslation("organizations.staff.withdraw"), click -> actions.withdraw(account));
    }
    root.getSubMenu()
        .addItem(
            getTranslation(
                account.status() == AccountStatus.DISABLED
                    ? "organizations.staff.enable"
                    : "organizations.staff.disable"),
            click -> actions.switchOnOrOff(account));
    Div box = new Div(change, more);
    box.addClassName("staff-actions");
    return box;
  }
}
