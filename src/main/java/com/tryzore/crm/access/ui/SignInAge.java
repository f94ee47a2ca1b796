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
import org.springframework.web.filter.OncePerRequestFilter;

/** Treats a request of a sign-in that is over as nobody's, and throws its HTTP session away. */
final class SignInAge extends OncePerRequestFilter {
  private final SignIns signIns;
  private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

  SignInAge(SignIns signIns) {
    this.signIns = signIns;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (CurrentSignIn.of(authentication).filter(signIns::isOver).isPresent()) {
      logout.logout(request, response, authentication);
    }
    chain.doFilter(request, response);
  }
}
