package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.frontdesk.BookedToday;
import com.tryzore.crm.frontdesk.CheckIn;
import com.tryzore.crm.frontdesk.CheckInVerdict;
import com.tryzore.crm.frontdesk.DeskMember;
import com.tryzore.crm.frontdesk.DeskVisit;
import com.tryzore.crm.frontdesk.HandOverNote;
import com.tryzore.crm.frontdesk.Heed;
import com.tryzore.crm.frontdesk.WhyNot;
import com.tryzore.crm.members.MemberHit;
import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.ui.Formats;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Texts;
import com.tryzore.crm.ui.Tone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the desk says, in one reader's language and on the gym's clock. */
final class DeskWords {

  /** An end within so many days is said in days as well. */
  private static final int SOON = 31;

  /** Who joined longer ago than this and was never counted has surely been here before. */
  private static final int NEWLY_JOINED = 30;

  /** A reason in colour, icon and words. */
  record Line(Tone tone, Icon icon, String words) {}

  private final Texts texts;
  private final Formats formats;
  private final ZoneId zone;

  private DeskWords(Texts texts, Formats formats, ZoneId zone) {
    this.texts = texts;
    this.formats = formats;
    this.zone = zone;
  }

  static DeskWords of(Locale reader, Binding binding) {
    return new DeskWords(Texts.in(reader), Formats.of(reader, binding.zone()), binding.zone());
  }

  static DeskWords of(Locale reader, ZoneId zone, Clock clock) {
    return new DeskWords(Texts.in(reader), Formats.of(reader, zone, clock), zone);
  }

  Formats formats() {
    return formats;
  }

  /** A place of today, and what the check-in made of it. */
  Line line(BookedToday booked) {
    String words =
        texts.get(
            "frontdesk.booked." + booked.place().name().toLowerCase(Locale.ROOT),
            booked.title(),
            formats.times(booked.startsAt(), booked.endsAt()));
    return switch (booked.place()) {
      case ATTENDED -> new Line(Tone.GOOD, Icon.CHECK, words);
      case BOOKED -> new Line(Tone.COOL, Icon.CALENDAR, words);
      case WAITLISTED -> new Line(Tone.CAUTION, Icon.WAITLIST, words);
    };
  }

  /** Everything a verdict gives as its reasons, in order. */
  List<Line> lines(DeskMember member, CheckInVerdict verdict) {
    List<Line> lines = new ArrayList<>();
    switch (verdict) {
      case CheckInVerdict.Welcome welcome -> {}
      case CheckInVerdict.Caution caution ->
          caution.reasons().forEach(heed -> lines.add(line(member, heed)));
      case CheckInVerdict.Refused refused -> {
        refused.reasons().forEach(why -> lines.add(line(member, why)));
        refused.heeds().forEach(heed -> lines.add(line(member, heed)));
      }
    }
    return lines;
  }

  private Line line(DeskMember member, WhyNot why) {
    return switch (why) {
      case WhyNot.Frozen frozen -> new Line(Tone.COOL, Icon.FREEZE, words(member, why));
      case WhyNot.NoMembership none -> new Line(Tone.BAD, Icon.SPARK, words(member, why));
      case WhyNot.NoRightHere elsewhere -> new Line(Tone.BAD, Icon.BUILDING, words(member, why));
      case WhyNot.Ended ended -> new Line(Tone.BAD, Icon.STOP, words(member, why));
      case WhyNot.Cancelled cancelled -> new Line(Tone.BAD, Icon.STOP, words(member, why));
    };
  }

  private Line line(DeskMember member, Heed heed) {
    Icon icon =
        switch (heed) {
          case Heed.DeskNote note -> Icon.NOTE;
          case Heed.EndsSoon soon -> Icon.CLOCK;
          case Heed.Birthday birthday -> Icon.BIRTHDAY;
          case Heed.FirstVisit first -> Icon.FIRST_VISIT;
          case Heed.LongAway away -> Icon.HISTORY;
        };
    return new Line(Tone.CAUTION, icon, words(member, heed));
  }

  /** Why a member is kept out, as a sentence. */
  String words(DeskMember member, WhyNot why) {
    String membership = membership(member);
    return switch (why) {
      case WhyNot.Ended(LocalDate lastDay) ->
          lastDay == null
              ? texts.get("frontdesk.why.over", membership)
              : texts.get("frontdesk.why.ended", membership, formats.date(lastDay));
      case WhyNot.Frozen(LocalDate until) ->
          until == null
              ? texts.get("frontdesk.why.frozen", membership)
              : texts.get("frontdesk.why.frozenUntil", membership, formats.date(until));
      case WhyNot.Cancelled(LocalDate lastDay) ->
          lastDay == null
              ? texts.get("frontdesk.why.cancelled", membership)
              : texts.get(
                  lastDay.isBefore(formats.today())
                      ? "frontdesk.why.cancelledRan"
                      : "frontdesk.why.cancelledRuns",
                  membership,
                  formats.date(lastDay));
      case WhyNot.NoMembership none -> texts.get("frontdesk.why.none");
      case WhyNot.NoRightHere(String home) -> texts.get("frontdesk.why.notHere", home);
    };
  }

  /** What to mind about a member, as a sentence; a colleague's note in the colleague's words. */
  String words(DeskMember member, Heed heed) {
    return switch (heed) {
      case Heed.EndsSoon soon ->
          texts.get(
              "frontdesk.heed.ends",
              membership(member),
              formats.day(soon.lastDay()),
              formats.date(soon.lastDay()));
      case Heed.Birthday(int age) -> texts.get("frontdesk.heed.birthday", age);
      case Heed.FirstVisit(LocalDate joinedOn) ->
          joinedOn == null || ChronoUnit.DAYS.between(joinedOn, formats.today()) <= NEWLY_JOINED
              ? texts.get("frontdesk.heed.first")
              : texts.get("frontdesk.heed.firstKnown", formats.date(joinedOn));
      case Heed.LongAway away ->
          texts.get("frontdesk.heed.away", formats.date(away.lastVisitOn()), away.days());
      case Heed.DeskNote(String text) -> text;
    };
  }

  private String membership(DeskMember member) {
    return texts.get(
        switch (member.person().pronoun()) {
          case HER -> "frontdesk.membership.her";
          case HIS -> "frontdesk.membership.his";
          case NONE -> "frontdesk.membership.none";
        });
  }

  /** The end date, as the answer to "when does my membership end?". */
  String end(MemberStatus status, @Nullable LocalDate lastDay) {
    if (lastDay == null) {
      return texts.get(
          status == MemberStatus.ACTIVE || status == MemberStatus.FROZEN
              ? "frontdesk.end.open"
              : "frontdesk.end.none");
    }
    long days = ChronoUnit.DAYS.between(formats.today(), lastDay);
    if (days < 0) {
      return texts.get("frontdesk.end.ended", formats.date(lastDay));
    }
    return days > SOON - 1
        ? texts.get("frontdesk.end.until", formats.date(lastDay))
        : texts.get("frontdesk.end.soon", formats.date(lastDay), formats.day(lastDay));
  }

  /**
   * The last visit, or that there was none: by the clock today and yesterday, by the day before.
   */
  String seen(@Nullable Instant lastVisitAt) {
    if (lastVisitAt == null) {
      return texts.get("frontdesk.seen.never");
    }
    LocalDate on = LocalDate.ofInstant(lastVisitAt, zone);
    boolean recent = ChronoUnit.DAYS.between(on, formats.today()) <= 1;
    return texts.get("frontdesk.seen.last", recent ? formats.ago(lastVisitAt) : formats.day(on));
  }

  /** The headline of a check-in. */
  String title(CheckIn answer) {
    return switch (answer) {
      case CheckIn.Done done when done.allowed() -> texts.get("frontdesk.verdict.allowed");
      case CheckIn.Done done when done.verdict() instanceof CheckInVerdict.Caution ->
          texts.get("frontdesk.verdict.caution");
      case CheckIn.Done done -> texts.get("frontdesk.verdict.welcome");
      case CheckIn.AlreadyIn in -> texts.get("frontdesk.verdict.already", formats.time(in.at()));
      case CheckIn.Refused refused -> texts.get("frontdesk.verdict.refused");
      case CheckIn.Unknown unknown -> texts.get("frontdesk.verdict.unknown");
    };
  }

  /** The headline of a refusal that stood. */
  String turnedAway() {
    return texts.get("frontdesk.verdict.turnedAway");
  }

  /** Number, plan, home gym and visits in one quiet line. */
  String facts(DeskMember member) {
    List<String> facts = new ArrayList<>();
    facts.add(texts.get("frontdesk.facts.number", member.number()));
    if (member.plan() != null) {
      facts.add(member.plan());
    }
    DeskMember.Home home = member.home();
    if (home != null) {
      facts.add(texts.get("frontdesk.facts.home", home.gym()));
    }
    if (member.visits().count() > 0) {
      facts.add(texts.get("frontdesk.facts.visits", member.visits().count()));
    }
    facts.add(seen(member.visits().lastAt()));
    return String.join(" · ", facts);
  }

  /** What tells a member from their namesakes: number, birth date, last visit. */
  String tells(MemberHit hit) {
    List<String> tells = new ArrayList<>();
    tells.add(texts.get("frontdesk.facts.number", hit.memberNumber()));
    if (hit.birthDate() != null) {
      tells.add(texts.get("frontdesk.facts.born", formats.date(hit.birthDate())));
    }
    tells.add(seen(hit.lastVisitAt()));
    return String.join(" · ", tells);
  }

  /** The second line of a visit: number, end date, who checked in, why against the rules. */
  String about(DeskVisit visit) {
    List<String> about = new ArrayList<>();
    if (visit.lastDay() != null) {
      about.add(end(MemberStatus.ACTIVE, visit.lastDay()));
    }
    about.add(texts.get("frontdesk.facts.number", visit.memberNumber()));
    if (visit.reason() != null) {
      about.add(texts.get("frontdesk.visit.reason", visit.reason()));
    }
    if (visit.undone() && visit.undoneBy() != null) {
      about.add(texts.get("frontdesk.visit.undoneBy", visit.undoneBy()));
    } else if (visit.by() != null) {
      about.add(texts.get("frontdesk.visit.by", visit.by()));
    }
    return String.join(" · ", about);
  }

  /** Who left a note and when, or who dealt with it. */
  String about(HandOverNote note) {
    if (note.doneAt() != null && note.doneBy() != null) {
      return texts.get("frontdesk.handOver.done", note.doneBy(), formats.ago(note.doneAt()));
    }
    return note.by() == null
        ? formats.ago(note.at())
        : texts.get("frontdesk.handOver.by", note.by(), formats.ago(note.at()));
  }

  /** All of it in one breath, for those who listen. */
  String aloud(String title, DeskMember member, CheckInVerdict verdict) {
    StringBuilder said = new StringBuilder(title).append(": ").append(member.person().fullName());
    for (Line line : lines(member, verdict)) {
      said.append(". ").append(line.words());
    }
    return said.append(". ")
        .append(end(member.right().status(), member.right().lastDay()))
        .toString();
  }
}
