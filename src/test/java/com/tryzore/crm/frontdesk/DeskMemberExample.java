package com.tryzore.crm.frontdesk;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member with nothing to mind, and the same with one thing different. */
record DeskMemberExample(DeskMember member) {

  static DeskMemberExample joanna() {
    return new DeskMemberExample(
        new DeskMember(
            new ClientId(UUID.fromString("018f0000-0000-7000-8000-000000000001")),
            "M-00012",
            new DeskMember.Person("Joanna", "Smith", Pronoun.HER, 0, LocalDate.of(1988, 5, 3)),
            new DeskMember.Right(MemberStatus.ACTIVE, null),
            null,
            "Unlimited",
            LocalDate.of(2024, 2, 1),
            new DeskMember.Visits(41, Instant.parse("2027-03-01T17:00:00Z")),
            null,
            List.of()));
  }

  DeskMemberExample right(MemberStatus status, @Nullable LocalDate lastDay) {
    return with(
        member.person(), new DeskMember.Right(status, lastDay), member.home(), member.visits());
  }

  DeskMemberExample born(@Nullable LocalDate date) {
    DeskMember.Person p = member.person();
    return with(
        new DeskMember.Person(p.givenName(), p.familyName(), p.pronoun(), p.photoVersion(), date),
        member.here(),
        member.home(),
        member.visits());
  }

  DeskMemberExample visits(long count, @Nullable Instant last) {
    return with(member.person(), member.here(), member.home(), new DeskMember.Visits(count, last));
  }

  DeskMemberExample visiting(MemberStatus statusAtHome, @Nullable LocalDate lastDay) {
    return with(
        member.person(),
        member.here(),
        new DeskMember.Home("Harbour", new DeskMember.Right(statusAtHome, lastDay)),
        member.visits());
  }

  DeskMemberExample frozenUntil(@Nullable LocalDate until) {
    DeskMember m = right(MemberStatus.FROZEN, null).member;
    return new DeskMemberExample(
        new DeskMember(
            m.client(),
            m.number(),
            m.person(),
            m.here(),
            m.home(),
            m.plan(),
            m.joinedOn(),
            m.visits(),
            until,
            m.deskNotes()));
  }

  DeskMemberExample notes(String... notes) {
    DeskMember m = member;
    return new DeskMemberExample(
        new DeskMember(
            m.client(),
            m.number(),
            m.person(),
            m.here(),
            m.home(),
            m.plan(),
            m.joinedOn(),
            m.visits(),
            m.frozenUntil(),
            List.of(notes)));
  }

  private DeskMemberExample with(
      DeskMember.Person person,
      DeskMember.Right here,
      DeskMember.@Nullable Home home,
      DeskMember.Visits visits) {
    return new DeskMemberExample(
        new DeskMember(
            member.client(),
            member.number(),
            person,
            here,
            home,
            member.plan(),
            member.joinedOn(),
            visits,
            member.frozenUntil(),
            member.deskNotes()));
  }
}
