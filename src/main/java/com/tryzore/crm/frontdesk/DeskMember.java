package com.tryzore.crm.frontdesk;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the desk knows of a member who stands before it, and all that the verdict is made from.
 *
 * @param client who
 * @param number the member number at this gym
 * @param person name, face and birth date
 * @param here the right as this gym's record has it
 * @param home for a visitor, the gym of the chain that keeps the membership; null for own members
 * @param plan what the member holds, in the plan's own words
 * @param joinedOn when the member joined, if known
 * @param visits what is counted at this gym, before this check-in
 * @param frozenUntil the last day of the freeze that holds now; null when open-ended or not frozen
 * @param deskNotes notes that the desk is to see on check-in, oldest first
 */
public record DeskMember(
    ClientId client,
    String number,
    Person person,
    Right here,
    @Nullable Home home,
    @Nullable String plan,
    @Nullable LocalDate joinedOn,
    Visits visits,
    @Nullable LocalDate frozenUntil,
    List<String> deskNotes) {

  public DeskMember {
    deskNotes = List.copyOf(deskNotes);
  }

  /**
   * Name, face and birth date.
   *
   * @param photoVersion counts the photos there have been; 0 when there is none
   * @param birthDate null when not known, and for visitors: it does not travel
   */
  public record Person(
      String givenName,
      String familyName,
      Pronoun pronoun,
      int photoVersion,
      @Nullable LocalDate birthDate) {

    /** Given name and family name as one. */
    public String fullName() {
      return (givenName + " " + familyName).strip();
    }
  }

  /**
   * A right to come in.
   *
   * @param status as stored
   * @param lastDay the last day, in the gym's zone, on which the member may come; null for
   *     open-ended or none
   */
  public record Right(MemberStatus status, @Nullable LocalDate lastDay) {}

  /** A visitor's own gym and the right there. */
  public record Home(String gym, Right right) {}

  /**
   * What is counted.
   *
   * @param count visits here that stand
   * @param lastAt the last one, or what an import said of it; null when there was none
   */
  public record Visits(long count, @Nullable Instant lastAt) {}

  /** Whether the membership is kept by another gym of the chain. */
  public boolean isVisitor() {
    return home != null;
  }

  /**
   * The right that decides: a visitor's is the one at their own gym, for what this gym's record
   * says of it is a copy from the day of the first visit.
   */
  public Right right() {
    return home == null ? here : home.right();
  }
}
