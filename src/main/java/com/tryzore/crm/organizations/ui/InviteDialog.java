package com.tryzore.crm.organizations.ui;

import com.tryzore.crm.access.Tier;
import com.tryzore.crm.organizations.Invited;
import com.tryzore.crm.organizations.StaffAccount;
import com.tryzore.crm.organizations.StaffAccounts;
import com.tryzore.crm.organizations.StaffProblem;
import com.tryzore.crm.organizations.StaffRefusedException;
import com.tryzore.crm.ui.FieldErrors;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Asks whom to invite, and as what; then shows the one-time link. */
final class InviteDialog extends FormDialog {

  private final transient StaffAccounts accounts;
  private final transient Runnable then;
  private final TextField name = new TextField(getTranslation("organizations.invite.name"));
  private final EmailField email = new EmailField(getTranslation("organizations.invite.email"));
  private final Select<Tier> role = new Select<>();
  private final FieldErrors errors =
      new FieldErrors().field("name", name).field("email", email).field("role", role);

  InviteDialog(StaffAccounts accounts, Runnable then) {
    super("");
    this.accounts = accounts;
    this.then = then;
    setHeaderTitle(getTranslation("organizations.invite.title"));
    List<Tier> roles = accounts.rolesToGive();
    name.setMaxLength(200);
    name.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
    email.setMaxLength(254);
    email.setManualValidation(true);
    role.setLabel(getTranslation("organizations.invite.role"));
    role.setItems(roles);
    role.setItemLabelGenerator(this::describe);
    role.setValue(roles.contains(Tier.STAFF) ? Tier.STAFF : roles.getLast());
    role.setHelperText(getTranslation("organizations.invite.roleHelp"));
    wide(name, email, role);
    saveWords(getTranslation("organizations.invite.send"));
    onSave(this::invite);
  }

  /** Makes a new link for someone who has an invitation already; the earlier one stops working. */
  static void again(StaffAccounts accounts, StaffAccount account, Runnable then) {
    Invited invited =
        accounts.invite(account.name(), account.email(), account.role(), InviteDialog::link);
    then.run();
    new LinkDialog(account.name(), link(invited.token()), invited.mail()).open();
  }

  private boolean invite() {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (name.getValue().isBlank()) {
      wrong.put("name", getTranslation("organizations.invite.nameMissing"));
    }
    if (!email.getValue().strip().matches("[^@\\s]+@[^@\\s]+")) {
      wrong.put("email", getTranslation("organizations.invite.emailWrong"));
    }
    if (!errors.show(wrong) || !wrong.isEmpty()) {
      return false;
    }
    try {
      Invited invited =
          accounts.invite(
              name.getValue().strip(),
              email.getValue().strip(),
              role.getValue(),
              InviteDialog::link);
      then.run();
      new LinkDialog(name.getValue().strip(), link(invited.token()), invited.mail()).open();
      return true;
    } catch (StaffRefusedException refused) {
      explain(refused.problem());
      return false;
    }
  }

  private void explain(StaffProblem problem) {
    switch (problem) {
      case HAS_ACCOUNT_ALREADY ->
          errors.show(Map.of("email", getTranslation("organizations.invite.hasAccount")));
      case NOT_AN_EMAIL ->
          errors.show(Map.of("email", getTranslation("organizations.invite.emailWrong")));
      case NAME_MISSING ->
          errors.show(Map.of("name", getTranslation("organizations.invite.nameMissing")));
      case LAST_OWNER -> Toasts.trouble(getTranslation("organizations.staff.lastOwner"));
    }
  }

  private String describe(Tier tier) {
    return getTranslation("access.tier." + tier.name().toLowerCase(Locale.ROOT));
  }

  private static String link(String token) {
    return ServletUriComponentsBuilder.fromContextPath(
            VaadinServletRequest.getCurrent().getHttpServletRequest())
        .path("/welcome/{token}")
        .buildAndExpand(token)
        .toUriString();
  }
}
