package com.tryzore.crm.organizations;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A fresh invitation.
 *
 * @param token the secret of the one-time link {@code /welcome/{token}}; shown once, stored nowhere
 * @param mail whether the mail server took a mail with the link, as soon as that is known; empty
 *     when no mail server is configured
 */
public record Invited(String token, Optional<CompletionStage<Boolean>> mail) {

  @Override
  public String toString() {
    return "Invited[mailed=" + mail.isPresent() + "]";
  }
}
