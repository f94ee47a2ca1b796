package com.tryzore.crm.organizations;

/**
 * A fresh invitation.
 *
 * @param token the secret of the one-time link {@code /welcome/{token}}; shown once, stored nowhere
 * @param mailed whether a mail with the link was handed to the mail server
 */
public record Invited(String token, boolean mailed) {

  @Override
  public String toString() {
    return "Invited[mailed=" + mailed + "]";
  }
}
