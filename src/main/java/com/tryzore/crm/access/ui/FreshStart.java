package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.SignIns;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * When somebody signs in where somebody else is signed in, the first one is signed out, and with
 * the HTTP session all open tabs end: no tab of the one may go on in the browser of the other.
 */
final class FreshStart extends OncePerRequestFilter {
  private final RequestMatcher signingIn;
  private final SignIns signIns;
  private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

  FreshStart(RequestMatcher signingIn, SignIns signIns) {
    this.signingIn = signingIn;
    this.signIns = signIns;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (signingIn.matches(request)) {
      Authentication present = SecurityContextHolder.getContext().getAuthentication();
      CurrentSignIn.of(present)
          .ifPresent(
              who -> {
                signIns.signOut(who, request.getRemoteAddr());
                logout.logout(request, response, present);
              });
    }
    chain.doFilter(request, response);
  }
}
