package com.tryzore.crm.tags;

import java.util.Locale;

/** What a tag can be put on. */
public enum SubjectType {
  USERS,
  CLIENTS,
  EVENTS,
  CLASSES,
  TOURS,
  WORKOUTS,
  DOCUMENTS;

  /** The word in {@code taggables.subject_type}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
