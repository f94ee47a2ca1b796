package com.tryzore.crm.members;

/** What the roster tells of a member beside the name, in the order on screen and in exports. */
public enum RosterColumn {
  NUMBER,
  STATUS,
  PLAN,
  ENDS,
  LAST_VISIT,
  TAGS,
  JOINED,
  VISITS,
  BORN,
  EMAIL,
  PHONE
}
