package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.ADMIN;
import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.OWNER;
import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.access.Tier.TRAINER;

import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.isolation.Refusals.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is refused for want of a single right, or because the words are somebody else's. */
final class RightsRefusals {

  private static final List<Refusal> ALL = new ArrayList<>();
  private static final UUID RIVER = Place.RIVER.id();
  private static final UUID CLIENT =
      ClientRows.clientId(Place.RIVER, Person.the(Place.RIVER, MEMBER));
  private static final UUID MEMBERSHIP =
      Ids.of("memberships", "first of %s at river".formatted(Person.the(Place.RIVER, MEMBER)));
  private static final Subject WITHOUT_RIGHTS =
      World.subject(new Person(Place.RIVER, STAFF, 3), Place.RIVER);

  static {
    add(
        "members.check_medical",
        WITHOUT_RIGHTS,
        "update clients set care_points = 'mine' where id = '%s'".formatted(CLIENT));
    add("members.plan_anew", WITHOUT_RIGHTS, "select members.plan_anew()");
    add("members.keep_words", subject(OWNER), "update client_notes set body = 'never said'");
    ALL.add(
        Refusals.by(
                "members.check_verdict",
                subject(STAFF),
                """
                insert into visits (organization_id, client_id, checked_in_by, source, verdict)
                values ('%s', '%s', access.user_id(), 'search', 'welcome')
                """
                    .formatted(RIVER, CLIENT))
            .after(
                "update client_organizations set status = 'expired' where client_id = '%s'"
                    .formatted(CLIENT)));
    add(
        "members.check_terms",
        WITHOUT_RIGHTS,
        "update memberships set price_minor = 1 where id = '%s'".formatted(MEMBERSHIP));
    add(
        "members.check_pause",
        WITHOUT_RIGHTS,
        """
        update membership_pauses set ends_on = '2040-01-01' where membership_id = '%s'
        """
            .formatted(MEMBERSHIP));
    ALL.add(
        Refusals.by(
                "members.use_credit",
                subject(TRAINER),
                "select members.use_credit('%s', 'visit', null, null, '2030-02-02', null)"
                    .formatted(MEMBERSHIP))
            .after(
                "grant execute on function members.use_credit(uuid, text, uuid, uuid, date, text)"
                    + " to zore_trainer"));
    add(
        "members.check_ledger",
        WITHOUT_RIGHTS,
        """
        insert into membership_usage (organization_id, membership_id, usage_type, quantity, reason, made_by)
        values ('%s', '%s', 'adjustment', 1, 'because', access.user_id())
        """
            .formatted(RIVER, MEMBERSHIP));
    ALL.add(
        Refusals.by(
                "access.give_what_one_has",
                subject(ADMIN),
                permissions("members.export", true, Person.another(Place.RIVER, STAFF)))
            .after(permissions("members.export", false, Person.the(Place.RIVER, ADMIN))));
    ALL.add(
        Refusals.by(
                "members.admit_visitor",
                subject(TRAINER),
                "select members.admit_visitor('lake', 'unknown')")
            .after("grant execute on function members.admit_visitor(text, text) to zore_trainer"));
    add(
        "clients",
        WITHOUT_RIGHTS,
        "insert into clients (organization_id, given_name, family_name, import_id)"
            + " values ('%s', 'Kim', 'New', '%s')"
                .formatted(RIVER, Ids.of("imports", "the first at river")));
    ALL.add(
        Refusals.by(
                "client_notes",
                subject(STAFF),
                "update client_notes set written_by = '%s'"
                    .formatted(Person.another(Place.RIVER, STAFF).id()))
            .after("grant all on client_notes to zore_staff"));
  }

  private RightsRefusals() {}

  static List<Refusal> all() {
    return ALL;
  }

  private static void add(String about, Subject subject, String sql) {
    ALL.add(Refusals.by(about, subject, sql));
  }

  private static String permissions(String right, boolean held, Person person) {
    return "update user_organizations set permissions = '{\"%s\": %s}' where user_id = '%s'"
        .formatted(right, held, person.id());
  }

  private static Subject subject(Tier tier) {
    return World.subject(Person.the(Place.RIVER, tier), Place.RIVER);
  }
}
