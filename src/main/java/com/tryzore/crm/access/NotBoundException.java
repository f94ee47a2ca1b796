package com.tryzore.crm.access;

import org.springframework.dao.NonTransientDataAccessException;

/**
 * Work on data was tried where nobody is bound: outside of a transaction, after its end, or in a
 * thread that works for no tab. A mistake of the program, never of the person using it.
 */
public class NotBoundException extends NonTransientDataAccessException {

  NotBoundException(String message) {
    super(message);
  }

  NotBoundException(String message, Throwable cause) {
    super(message, cause);
  }
}
