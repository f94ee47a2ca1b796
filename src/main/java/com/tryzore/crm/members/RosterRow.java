package com.tryzore.crm.members;

import com.tryzore.crm.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the roster.
 *
 * @param member who it is and how they stand here
 * @param joinedOn the day of joining; null when unknown
 * @param email known only to the gym that keeps the client's record; null elsewhere
 * @param phone as E.164; known only to the gym that keeps the client's record; null elsewhere
 * @param tags by type and name
 */
public record RosterRow(
    MemberHit member,
    @Nullable LocalDate joinedOn,
    @Nullable String email,
    @Nullable String phone,
    List<Tag> tags) {

  public RosterRow {
    tags = List.copyOf(tags);
  }

  /** Which client it is. */
  public ClientId id() {
    return member.id();
  }

  RosterRow with(List<Tag> theirs) {
    return new RosterRow(member, joinedOn, email, phone, theirs);
  }
}
