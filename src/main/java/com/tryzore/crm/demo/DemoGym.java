package com.tryzore.crm.demo;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.UserId;
import com.tryzore.crm.members.ClientData;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.ClientNotes;
import com.tryzore.crm.members.MedicalNotes;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.NewMember;
import com.tryzore.crm.members.NoteKind;
import com.tryzore.crm.members.StandingData;
import com.tryzore.crm.tags.SubjectType;
import com.tryzore.crm.tags.Tag;
import com.tryzore.crm.tags.TagType;
import com.tryzore.crm.tags.Tags;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fills one gym as its own admin and desk: members with some trouble to look at, and all else. */
@Component
class DemoGym {

  private static final List<String> HEALTH =
      List.of(
          "Knee surgery in 2025, no deep squats",
          "Type 1 diabetic, carries glucose",
          "Asthma, inhaler in the bag",
          "Pregnant, due in spring");
  private static final List<String> TAGS = List.of("Yoga", "Spin", "Early bird", "Student");

  private final Bindings bindings;
  private final Members members;
  private final ClientNotes notes;
  private final Tags tags;
  private final DemoHistory history;
  private final DemoOffer offer;
  private final DemoVisits visits;
  private final DemoMemberships memberships;
  private final DemoDesk deskWork;

  DemoGym(
      Bindings bindings,
      Members members,
      ClientNotes notes,
      Tags tags,
      DemoHistory history,
      DemoOffer offer,
      DemoVisits visits,
      DemoMemberships memberships,
      DemoDesk deskWork) {
    this.bindings = bindings;
    this.members = members;
    this.notes = notes;
    this.tags = tags;
    this.history = history;
    this.offer = offer;
    this.visits = visits;
    this.memberships = memberships;
    this.deskWork = deskWork;
  }

  /**
   * Fills it.
   *
   * @param owner who is told of what went past the rules
   * @param memberAccount the address that the member account signs in with
   * @param firstName where in the list of names this gym's members begin
   */
  void fill(
      Binding admin, Binding desk, UserId owner, String memberAccount, int firstName, int count) {
    List<String> plans = bindings.callAs(admin, () -> offer.plans(admin));
    bindings.runAs(
        desk,
        () -> {
          RandomGenerator random = new java.util.Random(firstName * 31L + count);
          List<ClientId> clients = enrol(desk, plans, random, firstName, count);
          tag(clients, random);
          remark(clients);
          history.ownRecord(desk, memberAccount);
          visits.enter(desk, clients, random);
          history.calendar(desk, clients, random);
          List<ClientId> frozen = memberships.standing(desk, "frozen");
          List<ClientId> gone = memberships.standing(desk, "cancelled");
          memberships.sell(desk);
          bindings.runAs(admin, () -> memberships.since(admin, clients, frozen, gone));
          deskWork.leave(desk, owner, clients);
        });
  }

  private List<ClientId> enrol(
      Binding desk, List<String> plans, RandomGenerator random, int firstName, int count) {
    LocalDate today = LocalDate.now(desk.zone());
    List<DemoPeople.Name> names = new DemoPeople().some(firstName, count);
    List<ClientId> clients = new ArrayList<>();
    LocalDate bornOfTwice = today.minusYears(29).minusDays(100);
    for (int i = 0; i < count; i++) {
      boolean again = DemoStory.isSecondRecord(i, count);
      DemoPeople.Name name = names.get(again ? DemoStory.ENROLLED_TWICE : i);
      LocalDate born =
          i == DemoStory.BIRTHDAY
              ? today.minusYears(33)
              : again || i == DemoStory.ENROLLED_TWICE
                  ? bornOfTwice
                  : DemoPeople.birthDate(random, today);
      ClientData who =
          ClientData.named(name.given(), name.family())
              .born(born, null)
              .reachedAt(
                  again || i % 9 == 8 ? null : email(names, i), again ? null : phone(desk, i))
              .inEmergency(
                  names.get((i + 7) % count).given() + " " + name.family(),
                  phone(desk, i + 500),
                  null);
      StandingData standing =
          DemoStory.standing(i, count, plans.get(i % plans.size()), today, random);
      MedicalNotes health =
          i % 6 == 1
              ? new MedicalNotes(HEALTH.get(i / 6 % HEALTH.size()), null)
              : MedicalNotes.NONE;
      clients.add(members.add(new NewMember(who, standing, health)));
    }
    return clients;
  }

  /** An address of their own, but families share one. */
  private static @Nullable String email(List<DemoPeople.Name> names, int i) {
    DemoPeople.Name name = names.get(i);
    boolean family =
        i > 0
            && names.get(i - 1).family().equals(name.family())
            && !names.get(i - 1).given().equals(name.given());
    return family ? names.get(i - 1).email(i - 1) : name.email(i);
  }

  private void tag(List<ClientId> clients, RandomGenerator random) {
    for (String name : TAGS) {
      Tag tag = tags.findOrCreate(TagType.INTEREST, name);
      List<UUID> some =
          clients.stream().filter(c -> random.nextInt(5) == 0).map(ClientId::value).toList();
      tags.put(tag.id(), SubjectType.CLIENTS, some);
    }
  }

  private void remark(List<ClientId> clients) {
    notes.write(
        clients.get(DemoStory.WITH_A_NOTE),
        NoteKind.DESK,
        "The blue towel in the lost-and-found box is theirs.");
    notes.write(
        clients.get(DemoStory.FROZEN_WITHOUT_END),
        NoteKind.DESK,
        "Ask when the freeze should end.");
    notes.write(
        clients.get(DemoStory.CALLED_BEFORE_NOON),
        NoteKind.INTERNAL,
        "Prefers to be called before noon.");
  }

  private static @Nullable String phone(Binding gym, int i) {
    return switch (gym.currency().getCurrencyCode() + gym.zone().getId()) {
      case "EUREurope/Berlin" -> "+4942172%05d".formatted(10_000 + i * 37);
      case "EURAtlantic/Canary" -> "+3492810%04d".formatted((1_000 + i * 37) % 10_000);
      default -> "+1312555%04d".formatted((1_000 + i * 37) % 10_000);
    };
  }
}
