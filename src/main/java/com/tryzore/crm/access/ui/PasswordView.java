package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.PasswordRules;
import com.tryzore.crm.access.Passwords;
import com.tryzore.crm.access.Passwords.Outcome;
import com.tryzore.crm.access.SignedIn;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Changing one's own password. */
@Route(value = "password", autoLayout = false)
@PermitAll
class PasswordView extends EntrancePage {
  private final transient Passwords passwords;
  private final transient SignedIn who;
  private final PasswordField present = new PasswordField();
  private final SignInForm form = new SignInForm(Autocomplete.NEW_PASSWORD);

  PasswordView(Passwords passwords) {
    super("access.change.title");
    this.passwords = passwords;
    this.who = CurrentSignIn.get().orElseThrow();
    present.setLabel(getTranslation("access.password.present"));
    present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    present.setAutofocus(true);
    form.email().setValue(who.email());
    form.email().setReadOnly(true);
    form.addBeforePassword(present);
    form.password().setLabel(getTranslation("access.password.new"));
    form.password().setHelperText(getTranslation("access.password.rule", PasswordRules.SHORTEST));
    form.submit().setText(getTranslation("access.change.submit"));
    form.beforeSubmit(this::change);
    fill(
        getTranslation("access.change.title"),
        getTranslation("access.change.text"),
        form,
        back(getTranslation("access.change.cancel")));
  }

  private void change() {
    present.setInvalid(false);
    form.password().setInvalid(false);
    switch (passwords.change(who, present.getValue(), form.password().getValue())) {
      case Outcome.Done done -> {
        fill(
            getTranslation("access.change.done"),
            getTranslation("access.change.done-text"),
            back(getTranslation("access.change.back")));
      }
      case Outcome.WrongPassword wrong -> complain(getTranslation("access.change.wrong"));
      case Outcome.Weak weak -> form.complain(WeakPassword.words(this, weak.weakness()));
      case Outcome.TooManyTries wait ->
          say(Tone.CAUTION, getTranslation("access.login.wait", wait.minutes()));
      case Outcome.LinkGone unexpected -> complain(getTranslation("access.change.wrong"));
    }
  }

  private void complain(String words) {
    present.setErrorMessage(words);
    present.setInvalid(true);
    present.focus();
  }

  /** Back to the page one came from; to the start when there is none. */
  private static NativeButton back(String words) {
    NativeButton back =
        new NativeButton(
            words,
            click ->
                click
                    .getSource()
                    .getElement()
                    .executeJs("history.length > 1 ? history.back() : location.assign('.')"));
    back.getElement().setAttribute("type", "button");
    back.addClassName("zore-entrance-link");
    return back;
  }
}
