package com.tryzore.crm.access.ui;

import com.tryzore.crm.access.SignedIn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who has signed in, as seen from a request or a UI. */
final class CurrentSignIn {

  private CurrentSignIn() {}

  static Optional<SignedIn> get() {
    return of(SecurityContextHolder.getContext().getAuthentication());
  }

  static Optional<SignedIn> of(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof SignedIn who
        ? Optional.of(who)
        : Optional.empty();
  }
}
