package com.tryzore.crm.members.ui;

import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.members.RosterColumn;
import com.tryzore.crm.members.RosterRow;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the cells of the roster.
 *
 * @param texts the reader's words
 * @param formats the reader's dates, at the gym
 * @param zone the gym's
 */
record RosterCells(Texts texts, Formats formats, ZoneId zone) {

  private static final int SOON = 7;

  /** What tells a member from their namesakes. */
  String second(RosterRow row) {
    MemberHit member = row.member();
    return member.birthDate() == null
        ? member.memberNumber()
        : texts.get(
            "members.roster.second", member.memberNumber(), formats.date(member.birthDate()));
  }

  /** When the membership ends, as people say it. */
  String ends(RosterRow row) {
    LocalDate until = row.member().validUntil();
    if (until != null) {
      return formats.day(until);
    }
    return row.member().status() == MemberStatus.ACTIVE ? texts.get("members.roster.noEnd") : "";
  }

  /** The class that says how urgent the end is; the words say it, too. */
  String urgency(RosterRow row) {
    LocalDate until = row.member().validUntil();
    if (until == null || until.isAfter(formats.today().plusDays(SOON))) {
      return "";
    }
    return until.isBefore(formats.today()) ? "roster-over" : "roster-soon";
  }

  /** The words of a column that has words only. */
  String words(RosterRow row, RosterColumn column) {
    MemberHit member = row.member();
    return switch (column) {
      case NUMBER -> member.memberNumber();
      case STATUS -> StatusLook.words(member.status());
      case PLAN -> text(member.planName());
      case ENDS -> ends(row);
      case LAST_VISIT ->
          member.lastVisitAt() == null
              ? texts.get("members.roster.never")
              : formats.day(LocalDate.ofInstant(member.lastVisitAt(), zone));
      case TAGS -> "";
      case JOINED -> date(row.joinedOn());
      case VISITS -> formats.number(member.visitCount());
      case BORN -> date(member.birthDate());
      case EMAIL -> text(row.email());
      case PHONE -> text(row.phone());
    };
  }

  private String date(@Nullable LocalDate date) {
    return date == null ? "" : formats.date(date);
  }

  private static String text(@Nullable String words) {
    return words == null ? "" : words;
  }
}
