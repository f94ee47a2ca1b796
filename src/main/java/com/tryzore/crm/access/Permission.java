package com.tryzore.crm.access;

/**
 * A single right that {@code user_organizations.permissions} can grant to or withhold from one
 * account, whatever its tier. The database decides; screens ask through {@link Permissions}.
 */
public enum Permission {
  MEMBERS_EXPORT("members.export"),
  MEMBERS_MEDICAL("members.medical"),
  MEMBERS_IMPORT("members.import"),
  MEMBERSHIPS_OVERRIDE("memberships.override"),
  SCHEDULE_EDIT("schedule.edit"),
  PLANS_EDIT("plans.edit"),
  CHECKIN_OVERRIDE("checkin.override"),
  STAFF_MANAGE("staff.manage");

  private final String key;

  Permission(String key) {
    this.key = key;
  }

  /** The right as the database writes it. */
  public String key() {
    return key;
  }
}
