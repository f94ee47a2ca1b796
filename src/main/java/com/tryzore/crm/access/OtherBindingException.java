package com.tryzore.crm.access;

import org.springframework.dao.NonTransientDataAccessException;

/**
 * A running transaction belongs to one binding and something tried to take part in it under
 * another: for example a task of another tab that Vaadin ran inside {@code UI.access}. Nothing was
 * read or written.
 */
public class OtherBindingException extends NonTransientDataAccessException {

  OtherBindingException(String message) {
    super(message);
  }

  OtherBindingException(String message, Throwable cause) {
    super(message, cause);
  }
}
