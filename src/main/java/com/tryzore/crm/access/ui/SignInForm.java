package com.tryzore.crm.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/** A real HTML form that posts e-mail address and password, so that password managers know it. */
@Tag("form")
final class SignInForm extends Component implements HasComponents {
  private final EmailField email = new EmailField();
  private final PasswordField password = new PasswordField();
  private final NativeButton submit = new NativeButton();

  SignInForm(Autocomplete kindOfPassword) {
    getElement().setAttribute("method", "post");
    getElement().setAttribute("action", LoginView.PROCESSING);
    addClassName("zore-entrance-form");
    csrfToken().ifPresent(token -> getElement().appendChild(hidden(token)));
    email.setLabel(getTranslation("access.email"));
    email.setAutocomplete(Autocomplete.USERNAME);
    email.getElement().setAttribute("name", "username");
    password.setLabel(getTranslation("access.password"));
    password.setAutocomplete(kindOfPassword);
    password.getElement().setAttribute("name", "password");
    submit.getElement().setAttribute("type", "submit");
    submit.addClassName("zore-entrance-submit");
    add(email, password, submit);
  }

  EmailField email() {
    return email;
  }

  PasswordField password() {
    return password;
  }

  NativeButton submit() {
    return submit;
  }

  /** Puts another field before the password. */
  void addBeforePassword(Component field) {
    addComponentAtIndex(indexOf(password), field);
  }

  /** Does something instead of posting; what was done then decides whether to {@link #post()}. */
  void beforeSubmit(Runnable instead) {
    getElement().addEventListener("submit", submitted -> instead.run()).preventDefault();
  }

  /** Posts the form as the browser would have. */
  void post() {
    getElement().executeJs("this.submit()");
  }

  /** Says what is wrong with the password, and how to mend it. */
  void complain(String words) {
    password.setErrorMessage(words);
    password.setInvalid(true);
    password.focus();
  }

  private static Optional<CsrfToken> csrfToken() {
    return VaadinRequest.getCurrent() instanceof VaadinServletRequest request
        ? Optional.ofNullable((CsrfToken) request.getAttribute(CsrfToken.class.getName()))
        : Optional.empty();
  }

  private static Element hidden(CsrfToken token) {
    return new Element("input")
        .setAttribute("type", "hidden")
        .setAttribute("name", token.getParameterName())
        .setAttribute("value", token.getToken());
  }
}
