package com.tryzore.crm.access;

/**
 * There is no organization of that name for this user. Says the same whether it does not exist,
 * belongs to somebody else or the account is disabled, so that nobody can find out which.
 */
public class NoSuchPlaceException extends RuntimeException {

  NoSuchPlaceException(String slug) {
    super("No organization '%s' for this user".formatted(slug));
  }
}
