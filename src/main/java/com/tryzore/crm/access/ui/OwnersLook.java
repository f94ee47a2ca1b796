package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.Tier;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where the application, not a gym, is looked after: its health in detail and its metrics are for
 * owners. Whether somebody is one is asked anew each time, since a sign-in outlasts a role.
 */
final class OwnersLook extends OncePerRequestFilter {
  private static final String OWNER = "OWNER";

  private final RequestMatcher health;
  private final Gate gate;

  OwnersLook(RequestMatcher health, Gate gate) {
    this.health = health;
    this.gate = gate;
  }

  static boolean isFor(@Nullable Authentication who, Gate gate) {
    return CurrentSignIn.of(who)
        .filter(
            signedIn ->
                gate.standings(signedIn.user()).stream()
                    .anyMatch(place -> place.tier() == Tier.OWNER))
        .isPresent();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !health.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public boolean isUserInRole(String role) {
            return OWNER.equals(role)
                && isFor(SecurityContextHolder.getContext().getAuthentication(), gate);
          }
        },
        response);
  }
}
