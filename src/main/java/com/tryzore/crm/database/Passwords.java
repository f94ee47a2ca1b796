package com.tryzore.crm.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The password of each login. */
@FunctionalInterface
interface Passwords {

  String of(Login login);

  /** One generated password per login, kept in the data folder. */
  static Passwords kept(Secrets secrets) {
    return login -> secrets.get(login.role());
  }

  /**
   * HMAC-SHA256 of the login's name under a secret, so that several nodes that know the secret
   * agree without ever exchanging a password.
   */
  static Passwords derived(String secret) {
    SecretKeySpec key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    return login -> {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        byte[] digest = mac.doFinal(login.role().getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has HmacSHA256", e);
      }
    };
  }
}
