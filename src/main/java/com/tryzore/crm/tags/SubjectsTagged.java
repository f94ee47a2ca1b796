package com.tryzore.crm.tags;

import com.tryzore.crm.access.OrganizationId;
import java.util.Set;
import java.util.UUID;

/**
 * Published within the transaction that put tags on subjects, or took them off.
 *
 * @param organization where
 * @param type what the subjects are
 * @param subjects those whose tags really changed
 */
public record SubjectsTagged(OrganizationId organization, SubjectType type, Set<UUID> subjects) {

  public SubjectsTagged {
    subjects = Set.copyOf(subjects);
  }
}
