package com.tryzore.crm.members;

/** There is no such member here; one of another gym is answered alike. */
public class NoSuchMemberException extends RuntimeException {

  NoSuchMemberException(ClientId id) {
    super("There is no member " + id);
  }
}
