package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.TooManyTriesException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the sign-in page, which says what happened; the address typed is kept. */
final class SignInFailure implements AuthenticationFailureHandler {
  private static final Logger log = LoggerFactory.getLogger(SignInFailure.class);
  private static final int LONGEST = 254;

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    String email = request.getParameter("username");
    if (email != null && email.length() <= LONGEST) {
      request.getSession().setAttribute(LoginView.EMAIL, email);
    }
    String reason =
        switch (failure) {
          case TooManyTriesException wait -> LoginView.WAIT + "=" + wait.minutes();
          case InternalAuthenticationServiceException trouble -> {
            log.error("Nobody can sign in", trouble);
            yield LoginView.TROUBLE;
          }
          default -> LoginView.WRONG;
        };
    response.sendRedirect(LoginView.url(request, reason));
  }
}
