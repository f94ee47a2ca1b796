package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.Invitation;
import com.tryzore.crm.access.PasswordRules;
import com.tryzore.crm.access.Passwords;
import com.tryzore.crm.access.Passwords.Outcome;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;

/**
 * Where the link of an invitation leads: a name, a password, and in. The link is used by pressing
 * the button only, so that a mail scanner that follows it uses nothing up.
 */
@Route(value = "welcome/:token", autoLayout = false)
@AnonymousAllowed
class WelcomeView extends EntrancePage implements BeforeEnterObserver {
  private final transient Gate gate;
  private final transient Passwords passwords;

  WelcomeView(Gate gate, Passwords passwords) {
    super("access.welcome.title");
    this.gate = gate;
    this.passwords = passwords;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String token = event.getRouteParameters().get("token").orElse("");
    Optional<Invitation> invitation = gate.invitation(token);
    if (invitation.isEmpty()) {
      showLinkGone();
    } else if (invitation.get().needsPassword()) {
      showNewAccount(token, invitation.get());
    } else {
      showKnownAccount(token, invitation.get());
    }
  }

  private void showLinkGone() {
    Anchor signIn = new Anchor("login", getTranslation("access.welcome.to-sign-in"));
    signIn.addClassName("zore-entrance-link");
    fill(getTranslation("access.welcome.gone"), getTranslation("access.welcome.gone-text"), signIn);
  }

  private void showKnownAccount(String token, Invitation invitation) {
    SignInForm form = new SignInForm(Autocomplete.CURRENT_PASSWORD);
    form.email().setValue(invitation.email());
    form.email().setReadOnly(true);
    form.password().setAutofocus(true);
    form.submit().setText(getTranslation("access.welcome.accept"));
    form.beforeSubmit(() -> follow(passwords.accept(token, form.password().getValue()), form));
    fill(heading(invitation), getTranslation("access.welcome.known", role(invitation)), form);
  }

  private void showNewAccount(String token, Invitation invitation) {
    TextField name = new TextField(getTranslation("access.welcome.name"));
    name.setValue(invitation.displayName());
    name.setAutocomplete(Autocomplete.NAME);
    name.setMaxLength(200);
    SignInForm form = new SignInForm(Autocomplete.NEW_PASSWORD);
    form.addComponentAsFirst(name);
    form.email().setValue(invitation.email());
    form.email().setReadOnly(true);
    form.password().setLabel(getTranslation("access.password.new"));
    form.password().setHelperText(getTranslation("access.password.rule", PasswordRules.SHORTEST));
    form.submit().setText(getTranslation("access.welcome.submit"));
    form.beforeSubmit(() -> accept(token, name, form));
    name.setAutofocus(true);
    fill(heading(invitation), getTranslation("access.welcome.new", role(invitation)), form);
  }

  private void accept(String token, TextField name, SignInForm form) {
    name.setInvalid(name.isEmpty());
    name.setErrorMessage(getTranslation("access.welcome.name-missing"));
    if (name.isEmpty()) {
      name.focus();
      return;
    }
    follow(passwords.accept(token, name.getValue(), form.password().getValue()), form);
  }

  /** Once the link is used, the form is posted: the person is signed in with the same password. */
  private void follow(Outcome outcome, SignInForm form) {
    switch (outcome) {
      case Outcome.Done done -> form.post();
      case Outcome.Weak weak -> form.complain(WeakPassword.words(this, weak.weakness()));
      case Outcome.WrongPassword wrong ->
          form.complain(getTranslation("access.welcome.wrong-password"));
      case Outcome.TooManyTries wait ->
          say(Tone.CAUTION, getTranslation("access.login.wait", wait.minutes()));
      case Outcome.LinkGone gone -> showLinkGone();
    }
  }

  private String heading(Invitation invitation) {
    return getTranslation("access.welcome.heading", invitation.organizationName());
  }

  private String role(Invitation invitation) {
    return getTranslation("access.tier." + invitation.tier().key());
  }
}
