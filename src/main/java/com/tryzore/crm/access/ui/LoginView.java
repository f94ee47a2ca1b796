package com.tryzore.crm.access.ui;

import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Sign-in. What went wrong before is said in words above the form. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends EntrancePage implements BeforeEnterObserver {
  /** Where the form posts to. */
  static final String PROCESSING = "sign-in";

  /** Why the page is shown, as the only query parameter. */
  static final String WRONG = "error";

  static final String WAIT = "wait";
  static final String TROUBLE = "trouble";
  static final String STALE = "stale";
  static final String SIGNED_OUT = "out";
  static final String IDLE = "idle";
  static final String EXPIRED = "expired";

  /** Session attribute that keeps the address somebody typed. */
  static final String EMAIL = "zore.sign-in.email";

  private static final int LONGEST_WAIT = 60;

  private final SignInForm form = new SignInForm(Autocomplete.CURRENT_PASSWORD);

  LoginView() {
    super("access.login.title");
    form.submit().setText(getTranslation("access.login.submit"));
    Paragraph forgotten = new Paragraph(getTranslation("access.login.forgotten"));
    forgotten.addClassNames("zore-muted", "zore-small");
    fill(
        getTranslation("access.login.title"), getTranslation("access.login.text"), form, forgotten);
  }

  /** The address of this page for a reason. */
  static String url(HttpServletRequest request, String reason) {
    return request.getContextPath() + "/login?" + reason;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (CurrentSignIn.get().isPresent()) {
      event.forwardTo(StartView.class);
      return;
    }
    explain(event.getLocation().getQueryParameters());
    Optional<String> typed = typedEmail();
    typed.ifPresent(form.email()::setValue);
    if (typed.isPresent()) {
      form.password().setAutofocus(true);
    } else {
      form.email().setAutofocus(true);
    }
  }

  private void explain(QueryParameters why) {
    if (has(why, WRONG)) {
      say(Tone.BAD, getTranslation("access.login.wrong"));
    } else if (has(why, WAIT)) {
      say(Tone.CAUTION, getTranslation("access.login.wait", minutes(why)));
    } else if (has(why, TROUBLE)) {
      say(Tone.BAD, getTranslation("access.login.trouble"));
    } else if (has(why, STALE)) {
      say(Tone.CAUTION, getTranslation("access.login.stale"));
    } else if (has(why, IDLE)) {
      say(Tone.QUIET, getTranslation("access.login.idle"));
    } else if (has(why, EXPIRED)) {
      say(Tone.QUIET, getTranslation("access.login.expired"));
    } else if (has(why, SIGNED_OUT)) {
      say(Tone.GOOD, getTranslation("access.login.out"));
    }
  }

  private static boolean has(QueryParameters why, String reason) {
    return why.getParameters().containsKey(reason);
  }

  private static long minutes(QueryParameters why) {
    try {
      long minutes = Long.parseLong(why.getSingleParameter(WAIT).orElse(""));
      return Math.clamp(minutes, 1, LONGEST_WAIT);
    } catch (NumberFormatException typedByHand) {
      return 1;
    }
  }

  private static Optional<String> typedEmail() {
    return Optional.ofNullable(VaadinRequest.getCurrent())
        .map(request -> request.getWrappedSession(false))
        .flatMap(LoginView::takeEmail);
  }

  private static Optional<String> takeEmail(WrappedSession session) {
    Object email = session.getAttribute(EMAIL);
    return email instanceof String typed ? Optional.of(typed) : Optional.empty();
  }
}
