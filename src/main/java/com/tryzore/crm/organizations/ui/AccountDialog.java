package com.tryzore.crm.organizations.ui;

import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.organizations.StaffAccount;
import com.tryzore.crm.organizations.StaffAccounts;
import com.tryzore.crm.organizations.StaffRefusedException;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Changes what someone is here, and which single rights they have beyond or short of their role.
 */
final class AccountDialog extends FormDialog {

  /** Three ways a single right can stand. */
  private enum Choice {
    AS_ROLE,
    GRANTED,
    WITHHELD
  }

  private final transient StaffAccounts accounts;
  private final transient StaffAccount account;
  private final transient Runnable then;
  private final Select<Tier> role = new Select<>();
  private final Map<Permission, RadioButtonGroup<Choice>> rights = new EnumMap<>(Permission.class);

  AccountDialog(StaffAccounts accounts, StaffAccount account, Runnable then) {
    super("");
    this.accounts = accounts;
    this.account = account;
    this.then = then;
    setHeaderTitle(getTranslation("organizations.account.title", account.name()));
    addClassName("staff-account-dialog");
    role.setLabel(getTranslation("organizations.invite.role"));
    role.setItems(accounts.rolesToGive());
    role.setItemLabelGenerator(tier -> getTranslation("access.tier." + word(tier)));
    role.setHelperText(getTranslation("organizations.account.roleHelp"));
    wide(role);
    wide(
        new H3(getTranslation("organizations.account.rights")),
        new Paragraph(getTranslation("organizations.account.rightsHelp")));
    Set<Permission> ownRights = accounts.rightsToGive();
    for (Permission right : Permission.values()) {
      RadioButtonGroup<Choice> choice = new RadioButtonGroup<>();
      choice.setLabel(getTranslation("organizations.right." + right.key()));
      choice.setItems(Choice.values());
      choice.setValue(chosen(right));
      if (!ownRights.contains(right)) {
        // What one does not have, one can only take away.
        choice.setItemEnabledProvider(way -> way == Choice.WITHHELD || way == chosen(right));
        choice.setHelperText(getTranslation("organizations.account.lacked"));
      }
      rights.put(right, choice);
      wide(choice);
    }
    role.addValueChangeListener(change -> describe());
    role.setValue(accounts.rolesToGive().contains(account.role()) ? account.role() : Tier.ADMIN);
    saveWords(getTranslation("ui.save"));
    onSave(this::saved);
  }

  /** Says for each right what the chosen role gives, and hides what it can never have. */
  private void describe() {
    Set<Permission> given = accounts.rightsOf(role.getValue());
    Set<Permission> grantable = accounts.grantableTo(role.getValue());
    rights.forEach(
        (right, choice) -> {
          choice.setVisible(grantable.contains(right));
          String asRole =
              getTranslation(
                  given.contains(right)
                      ? "organizations.account.asRoleYes"
                      : "organizations.account.asRoleNo");
          choice.setItemLabelGenerator(
              way ->
                  way == Choice.AS_ROLE
                      ? asRole
                      : getTranslation(
                          "organizations.account." + way.name().toLowerCase(Locale.ROOT)));
        });
  }

  private Choice chosen(Permission right) {
    Boolean given = account.rights().get(right);
    return given == null ? Choice.AS_ROLE : given ? Choice.GRANTED : Choice.WITHHELD;
  }

  private boolean saved() {
    Map<Permission, Boolean> chosen = new EnumMap<>(Permission.class);
    rights.forEach(
        (right, choice) -> {
          if (choice.isVisible() && choice.getValue() != Choice.AS_ROLE) {
            chosen.put(right, choice.getValue() == Choice.GRANTED);
          }
        });
    try {
      accounts.change(account, role.getValue(), chosen);
      Toasts.done(getTranslation("organizations.account.saved", account.name()));
      then.run();
      return true;
    } catch (OptimisticLockingFailureException changedMeanwhile) {
      Toasts.trouble(getTranslation("organizations.staff.changedMeanwhile", account.name()));
      then.run();
      return true;
    } catch (StaffRefusedException refused) {
      Toasts.trouble(getTranslation("organizations.staff.lastOwner"));
      return false;
    }
  }

  private static String word(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }
}
