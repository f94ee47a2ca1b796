package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.ADMIN;
import static com.tryzore.crm.access.Tier.MEMBER;
import static com.tryzore.crm.access.Tier.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What departs from a plan takes the right memberships.override, whatever writes. */
class DepartureTest {

  private static final UUID PACK = Ids.of("membership_plans", "a pack of ten");
  private static final UUID YEAR = Ids.of("membership_plans", "a year's commitment");
  private static final UUID OLD = Ids.of("membership_plans", "no longer sold");
  private static final UUID PACK_HELD = Ids.of("memberships", "of the pack");
  private static final UUID YEAR_HELD = Ids.of("memberships", "of the year");
  private static final UUID CLASS_TAKEN = Ids.of("membership_usage", "a class");

  private static Rights rights;

  @BeforeAll
  static void open() throws SQLException {
    rights = new Rights();
    rights.arrange(
        """
        insert into membership_plans (organization_id, id, name, kind, price_minor, currency, billing_period,
                                      uses_per_period, valid_days, minimum_term_months, archived_at)
        values ('{river}', '{pack}', 'Pack', 'pack', 11900, 'EUR', 'once', 10, 90, 0, null),
               ('{river}', '{year}', 'Year', 'unlimited', 3990, 'EUR', 'month', null, null, 12, null),
               ('{river}', '{old}', 'Old', 'unlimited', 990, 'EUR', 'month', null, null, 0, now());
        insert into memberships (organization_id, id, client_id, plan_organization_id, plan_id, plan_name, status, starts_on,
                                 ends_on, minimum_until, price_minor, currency, billing_period, sold_by)
        values ('{river}', '{pack held}', '{client}', '{river}', '{pack}', 'Pack', 'active', '2026-01-01', '2026-03-31', null,
                11900, 'EUR', 'once', '{staff}'),
               ('{river}', '{year held}', '{client}', '{river}', '{year}', 'Year', 'active', '2026-01-01', null, '2026-12-31',
                3990, 'EUR', 'month', '{staff}');
        insert into membership_usage (organization_id, id, membership_id, usage_type, quantity, made_by)
        values ('{river}', uuidv7(), '{pack held}', 'granted', 4, '{staff}'),
               ('{river}', '{class}', '{pack held}', 'class', -1, '{staff}');
        """
            .transform(DepartureTest::filled));
  }

  @AfterAll
  static void close() throws SQLException {
    rights.close();
  }

  private static String filled(String sql) {
    return sql.replace("{river}", Place.RIVER.id().toString())
        .replace("{pack}", PACK.toString())
        .replace("{year}", YEAR.toString())
        .replace("{old}", OLD.toString())
        .replace("{pack held}", PACK_HELD.toString())
        .replace("{year held}", YEAR_HELD.toString())
        .replace("{class}", CLASS_TAKEN.toString())
        .replace("{staff}", Person.the(Place.RIVER, STAFF).id().toString())
        .replace(
            "{client}",
            ClientRows.clientId(Place.RIVER, Person.the(Place.RIVER, MEMBER)).toString());
  }

  private static String sale(UUID plan, String columns, String values) {
    return """
    insert into memberships (organization_id, client_id, plan_organization_id, plan_id, plan_name, status, currency, sold_by,
                             starts_on, %s)
    values ('{river}', '{client}', '{river}', '%s', 'x', 'active', 'EUR', access.user_id(), '2026-05-01', %s)
    """
        .formatted(columns, plan, values);
  }

  private static String line(String type, int quantity) {
    return line(type, quantity, "null");
  }

  private static String line(String type, int quantity, String reverses) {
    return """
    insert into membership_usage (organization_id, membership_id, usage_type, quantity, reason, reverses_id, made_by)
    values ('{river}', '{pack held}', '%s', %d, 'because', %s, access.user_id())
    """
        .formatted(type, quantity, reverses);
  }

  /** What the plan says, and what anybody at the desk does all day. */
  private static final List<String> ORDINARY =
      List.of(
          sale(PACK, "price_minor, billing_period", "11900, 'once'"),
          sale(YEAR, "price_minor, billing_period", "3990, 'month'"),
          sale(YEAR, "price_minor, billing_period, terms", "3990, 'month', '{\"periods\": 12}'"),
          "update memberships set cancelled_for = '2999-12-31' where id = '{year held}'",
          line("class", -3),
          line("granted", 6),
          line("returned", 1, "'{class}'"));

  /** Departures; each is refused to whoever lacks the right. */
  private static final List<String> DEPARTURES =
      List.of(
          sale(PACK, "price_minor, billing_period", "1, 'once'"),
          sale(PACK, "price_minor, billing_period", "11900, 'year'"),
          sale(PACK, "price_minor, billing_period, terms", "11900, 'once', '{\"days\": 91}'"),
          sale(PACK, "price_minor, billing_period, terms", "11900, 'once', '{\"valid_days\": 91}'"),
          sale(
              PACK,
              "price_minor, billing_period, terms",
              "11900, 'once', '{\"uses_per_period\": 11}'"),
          sale(
              PACK,
              "price_minor, billing_period, terms",
              "11900, 'once', '{\"features\": {\"guest_passes\": 9}}'"),
          sale(
              YEAR,
              "price_minor, billing_period, terms",
              "3990, 'month', '{\"minimum_months\": 11}'"),
          sale(YEAR, "price_minor, billing_period, terms", "3990, 'month', '{\"periods\": 11}'"),
          sale(OLD, "price_minor, billing_period", "990, 'month'"),
          "update memberships set price_minor = 1 where id = '{year held}'",
          "update memberships set plan_id = '{pack}' where id = '{year held}'",
          "update memberships set currency = 'USD' where id = '{year held}'",
          "update memberships set terms = '{\"periods\": 99}' where id = '{year held}'",
          "update memberships set starts_on = '2026-02-01' where id = '{year held}'",
          "update memberships set cancelled_for = '2026-12-30' where id = '{year held}'",
          "insert into membership_pauses (organization_id, membership_id, starts_on, ends_on,"
              + " made_by) values ('{river}', '{year held}', '2026-02-01', '2026-02-14',"
              + " access.user_id())",
          line("class", -4),
          line("guest_pass", -5),
          line("expired", -1),
          line("adjustment", 1),
          line("adjustment", -1),
          line("granted", 7),
          line("granted", 11),
          line("granted", -1),
          line("class", 1),
          line("visit", 1),
          line("returned", 1),
          line("returned", 2, "'{class}'"));

  @Test
  void what_the_plan_says_takes_no_right() throws SQLException {
    rights.set(Person.the(Place.RIVER, STAFF), Place.RIVER, "memberships.override", false);
    for (String sql : ORDINARY) {
      assertThat(rights.tries(STAFF, Place.RIVER, filled(sql)))
          .as(sql)
          .isEqualTo(new Outcome.Rows(1));
    }
  }

  @Test
  void departures_take_the_right_and_whoever_holds_it_can() throws SQLException {
    Person staff = Person.the(Place.RIVER, STAFF);
    for (String sql : DEPARTURES) {
      rights.set(staff, Place.RIVER, "memberships.override", false);
      assertThat(rights.tries(STAFF, Place.RIVER, filled(sql)))
          .as(sql)
          .isInstanceOf(Outcome.Refused.class);
      rights.set(staff, Place.RIVER, "memberships.override", true);
      assertThat(rights.tries(STAFF, Place.RIVER, filled(sql)))
          .as("with the right: %s", sql)
          .isEqualTo(new Outcome.Rows(1));
      assertThat(rights.tries(ADMIN, Place.RIVER, filled(sql)))
          .as("as an admin: %s", sql)
          .isEqualTo(new Outcome.Rows(1));
    }
  }
}
