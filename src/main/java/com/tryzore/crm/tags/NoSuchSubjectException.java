package com.tryzore.crm.tags;

/**
 * A tag was put on something that is not here, or the tag itself is not here; what belongs to
 * another organization is answered alike. Nothing was changed.
 */
public class NoSuchSubjectException extends RuntimeException {

  NoSuchSubjectException(Throwable cause) {
    super("There is no such subject, or no such tag", cause);
  }
}
