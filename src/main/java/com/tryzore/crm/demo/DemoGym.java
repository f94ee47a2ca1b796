package com.tryzore.crm.demo;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientData;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.ClientNotes;
import com.tryzore.crm.members.MedicalNotes;
import com.tryzore.crm.members.MemberStatus;
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

  DemoGym(
      Bindings bindings,
      Members members,
      ClientNotes notes,
      Tags tags,
      DemoHistory history,
      DemoOffer offer) {
    this.bindings = bindings;
    this.members = members;
    this.notes = notes;
    this.tags = tags;
    this.history = history;
    this.offer = offer;
  }

  void fill(Binding admin, Binding desk, String memberAccount, int firstName, int count) {
    List<String> plans = bindings.callAs(admin, () -> offer.plans(admin));
    bindings.runAs(
        desk,
        () -> {
          RandomGenerator random = new java.util.Random(firstName * 31L + count);
          List<ClientId> clients = enrol(desk, plans, random, firstName, count);
          tag(clients, random);
          remark(clients);
          history.ownRecord(desk, memberAccount);
          history.visits(desk, clients, random);
          history.calendar(desk, clients, random);
          history.handOver(desk);
        });
  }

  private List<ClientId> enrol(
      Binding desk, List<String> plans, RandomGenerator random, int firstName, int count) {
    LocalDate today = LocalDate.now(desk.zone());
    List<DemoPeople.Name> names = new DemoPeople().some(firstName, count);
    List<ClientId> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      DemoPeople.Name name = names.get(i);
      LocalDate born = i == 4 ? today.minusYears(33) : DemoPeople.birthDate(random, today);
      ClientData who =
          ClientData.named(name.given(), name.family())
              .born(born, null)
              .reachedAt(i % 9 == 8 ? null : name.email(i), phone(desk, i))
              .inEmergency(
                  names.get((i + 7) % count).given() + " " + name.family(),
                  phone(desk, i + 500),
                  null);
      StandingData standing = standing(i, plans.get(i % plans.size()), today, random);
      MedicalNotes health =
          i % 6 == 1
              ? new MedicalNotes(HEALTH.get(i / 6 % HEALTH.size()), null)
              : MedicalNotes.NONE;
      clients.add(members.add(new NewMember(who, standing, health)));
    }
    return clients;
  }

  /** Mostly members in good standing; some that end soon, have ended, are frozen or cancelled. */
  private static StandingData standing(
      int i, String plan, LocalDate today, RandomGenerator random) {
    LocalDate joined = today.minusDays(20 + random.nextInt(1200));
    return switch (i % 20) {
      case 5 -> StandingData.active(plan, today.plusDays(random.nextInt(7)), joined);
      case 9 -> new StandingData(null, MemberStatus.FROZEN, plan, today.plusDays(120), joined);
      case 11 -> StandingData.active(plan, today.minusDays(1 + random.nextInt(40)), joined);
      case 14 -> new StandingData(null, MemberStatus.CANCELLED, plan, today.minusDays(10), joined);
      case 17 -> StandingData.prospect();
      default -> StandingData.active(plan, today.plusDays(20 + random.nextInt(340)), joined);
    };
  }

  /** Whether the member of that number is in good standing, as {@link #standing} has it. */
  static boolean comesIn(int i) {
    return switch (i % 20) {
      case 9, 11, 14, 17 -> false;
      default -> true;
    };
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
    notes.write(clients.get(2), NoteKind.DESK, "Her towel is in the lost-and-found box.");
    notes.write(clients.get(9), NoteKind.DESK, "Ask when the freeze should end.");
    notes.write(clients.get(3), NoteKind.INTERNAL, "Prefers to be called before noon.");
  }

  private static @Nullable String phone(Binding gym, int i) {
    return switch (gym.currency().getCurrencyCode() + gym.zone().getId()) {
      case "EUREurope/Berlin" -> "+4942172%05d".formatted(10_000 + i * 37);
      case "EURAtlantic/Canary" -> "+3492810%04d".formatted((1_000 + i * 37) % 10_000);
      default -> "+1312555%04d".formatted((1_000 + i * 37) % 10_000);
    };
  }
}
