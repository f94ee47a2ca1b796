package com.tryzore.crm.organizations.ui;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.organizations.AccountStatus;
import com.tryzore.crm.organizations.StaffAccount;
import com.tryzore.crm.organizations.StaffAccounts;
import com.tryzore.crm.ui.Confirm;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Toasts;
import com.tryzore.crm.ui.Toolbar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;

/** Who works here, as what, with which single rights; for admins and owners. */
@Route("o/:organization/staff")
@PermitAll
@StyleSheet("context://styles/organizations.css")
class StaffView extends Div implements AfterNavigationObserver, HasDynamicTitle {

  private final transient StaffAccounts accounts;
  private final transient Bindings bindings;
  private final transient Permissions permissions;
  private final Toolbar toolbar;
  private final UnorderedList list = new UnorderedList();
  private final Button invite = new Button(getTranslation("organizations.staff.invite"));

  StaffView(StaffAccounts accounts, Bindings bindings, Permissions permissions) {
    this.accounts = accounts;
    this.bindings = bindings;
    this.permissions = permissions;
    addClassNames("zore-page", "staff-page");
    toolbar = new Toolbar(getTranslation("organizations.staff.title"));
    invite.setIcon(Icon.PLUS.create());
    invite.addClassName("zore-primary");
    invite.addClickListener(click -> new InviteDialog(accounts, this::show).open());
    list.addClassName("staff-list");
    add(toolbar.actions(invite), list);
  }

  @Override
  public String getPageTitle() {
    return getTranslation("organizations.staff.title");
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    show();
  }

  private void show() {
    boolean manages = permissions.has(Permission.STAFF_MANAGE);
    Tier tier = bindings.required().tier();
    Formats formats = Formats.of(getLocale(), bindings.required().zone());
    List<StaffAccount> all = accounts.all();
    invite.setVisible(manages);
    toolbar.count(getTranslation("organizations.staff.count", all.size()));
    list.removeAll();
    for (StaffAccount account : all) {
      boolean self = account.user().equals(bindings.required().user());
      list.add(
          new StaffRow(account, self, manages && account.changeableBy(tier), formats, actions()));
    }
  }

  private StaffRow.Actions actions() {
    return new StaffRow.Actions() {
      @Override
      public void change(StaffAccount account) {
        new AccountDialog(accounts, account, StaffView.this::show).open();
      }

      @Override
      public void inviteAgain(StaffAccount account) {
        InviteDialog.again(accounts, account, StaffView.this::show);
      }

      @Override
      public void withdraw(StaffAccount account) {
        carryOut(
            () -> accounts.withdrawInvitation(account), "organizations.staff.withdrawn", account);
      }

      @Override
      public void switchOnOrOff(StaffAccount account) {
        if (account.status() == AccountStatus.DISABLED) {
          carryOut(() -> accounts.enable(account), "organizations.staff.enabled", account);
        } else {
          Confirm.danger(
              getTranslation("organizations.staff.disable.title", account.name()),
              getTranslation("organizations.staff.disable.text"),
              getTranslation("organizations.staff.disable"),
              () ->
                  carryOut(
                      () -> accounts.disable(account), "organizations.staff.disabled", account));
        }
      }
    };
  }

  private void carryOut(Runnable change, String doneKey, StaffAccount account) {
    try {
      change.run();
      Toasts.done(getTranslation(doneKey, account.name()));
    } catch (OptimisticLockingFailureException changedMeanwhile) {
      Toasts.trouble(getTranslation("organizations.staff.changedMeanwhile", account.name()));
    }
    show();
  }
}
