package com.tryzore.crm.tags;

/** There is no such tag here; one of another organization is answered alike. */
public class NoSuchTagException extends RuntimeException {

  NoSuchTagException(TagId id) {
    super("There is no tag " + id);
  }
}
