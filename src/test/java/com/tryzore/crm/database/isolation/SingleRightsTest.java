package com.tryzore.crm.database.isolation;

import static com.tryzore.crm.access.Tier.ADMIN;
import static com.tryzore.crm.access.Tier.OWNER;
import static com.tryzore.crm.access.Tier.STAFF;
import static com.tryzore.crm.access.Tier.TRAINER;
import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Tier;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every single right is kept by the database, and nobody gives one that they lack. */
class SingleRightsTest {

  private static Rights rights;

  private static final Person STAFF_HERE = Person.the(Place.RIVER, STAFF);
  private static final Person ADMIN_HERE = Person.the(Place.RIVER, ADMIN);
  private static final Person COLLEAGUE = Person.another(Place.RIVER, STAFF);
  private static final Person TRAINER_HERE = Person.another(Place.RIVER, TRAINER);

  /** What a right is needed for; the tier that tries it may do everything else about it. */
  private record Deed(Tier tier, String sql) {}

  private static final Map<Permission, List<Deed>> DEEDS =
      Map.of(
          Permission.MEMBERS_EXPORT,
          List.of(staff("select access.record_read('export', 'clients', null, null, '{}', null)")),
          Permission.MEMBERS_MEDICAL,
          List.of(
              staff("update clients set medical_notes = 'overwritten' where id = '%s'", client()),
              staff("update clients set medical_notes = null where id = '%s'", client()),
              staff("update clients set care_points = 'overwritten' where id = '%s'", client()),
              staff(
                  "insert into clients (organization_id, given_name, family_name, medical_notes)"
                      + " values ('%s', 'Kim', 'New', 'none of yours')",
                  Place.RIVER.id()),
              staff(
                  "insert into clients (organization_id, given_name, family_name, care_points)"
                      + " values ('%s', 'Kim', 'New', 'none of yours')",
                  Place.RIVER.id()),
              staff("select from members.medical_notes('%s', 'because')", client()),
              staff("select from members.has_medical_notes('%s') h where h", client())),
          Permission.MEMBERS_IMPORT,
          List.of(
              staff("select from imports limit 1"),
              staff(
                  "insert into imports (organization_id, file_name, file_bytes, content_sha256,"
                      + " started_by) values ('%s', 'a.csv', 1, sha256('a'), access.user_id())",
                  Place.RIVER.id()),
              staff(
                  "insert into clients (organization_id, given_name, family_name, import_id)"
                      + " values ('%s', 'Kim', 'New', '%s')",
                  Place.RIVER.id(), Ids.of("imports", "the first at river"))),
          Permission.MEMBERSHIPS_OVERRIDE,
          List.of(
              staff(
                  "update memberships set price_minor = 1 where id ="
                      + " (select id from memberships order by id limit 1)")),
          Permission.SCHEDULE_EDIT,
          List.of(
              staff(
                  "insert into rooms (organization_id, name) values ('%s', 'new')",
                  Place.RIVER.id()),
              staff(
                  "update events set title = 'Changed' where id ="
                      + " (select id from events order by id limit 1)")),
          Permission.PLANS_EDIT,
          List.of(
              new Deed(
                  ADMIN,
                  "update membership_plans set price_minor = 1 where organization_id = '%s'"
                      .formatted(Place.RIVER.id()))),
          Permission.CHECKIN_OVERRIDE,
          List.of(
              staff(
                  "insert into visits (organization_id, client_id, checked_in_by, source, verdict,"
                      + " override_reason) values ('%s', '%s', access.user_id(), 'search',"
                      + " 'allowed', 'because')",
                  Place.RIVER.id(), client())),
          Permission.STAFF_MANAGE,
          List.of(
              new Deed(
                  ADMIN,
                  "update user_organizations set role = 'trainer' where user_id = '%s'"
                      .formatted(COLLEAGUE.id())),
              new Deed(ADMIN, "select access.invite('new@example.org', 'New', 'staff')")));

  private static Deed staff(String sql, Object... ids) {
    String filled = sql;
    for (Object id : ids) {
      filled = filled.replaceFirst("%s", id.toString());
    }
    return new Deed(STAFF, filled);
  }

  private static Object client() {
    return ClientRows.clientId(Place.RIVER, Person.another(Place.RIVER, Tier.MEMBER));
  }

  @BeforeAll
  static void open() {
    rights = new Rights();
  }

  @AfterAll
  static void close() throws SQLException {
    rights.close();
  }

  @Test
  void the_database_knows_the_very_rights_that_the_program_knows() throws SQLException {
    assertThat(DEEDS).containsOnlyKeys(Permission.values());
    List<String> known =
        rights
            .logins()
            .as(
                World.subject(Person.the(Place.RIVER, OWNER), Place.RIVER),
                connection ->
                    Arrays.stream(Permission.values())
                        .map(Permission::key)
                        .filter(right -> bool(connection, "access.permitted('" + right + "')"))
                        .toList());
    assertThat(known).hasSize(Permission.values().length);
    try (Connection superuser = Trial.shared().database().superuser()) {
      assertThat(new Catalogue(superuser).list("select unnest(access.rights())"))
          .containsExactlyInAnyOrderElementsOf(known);
    }
  }

  @Test
  void whoever_lacks_a_right_is_refused_by_the_database_and_whoever_holds_it_is_not()
      throws SQLException {
    for (var right : DEEDS.entrySet()) {
      for (Deed deed : right.getValue()) {
        Person person = Person.the(Place.RIVER, deed.tier());
        rights.set(person, Place.RIVER, right.getKey().key(), false);
        assertThat(rights.tries(person, Place.RIVER, deed.sql()).isRefusal())
            .as("without %s: %s", right.getKey(), deed.sql())
            .isTrue();
        rights.set(person, Place.RIVER, right.getKey().key(), true);
        assertThat(rights.tries(person, Place.RIVER, deed.sql()))
            .as("with %s: %s", right.getKey(), deed.sql())
            .isEqualTo(new Outcome.Rows(1));
      }
    }
    rights.arrange("update user_organizations set permissions = '{}'");
  }

  @Test
  void without_the_right_to_medical_notes_everything_else_of_a_client_can_be_written()
      throws SQLException {
    rights.set(STAFF_HERE, Place.RIVER, "members.medical", false);
    assertThat(
            rights.tries(
                STAFF, Place.RIVER, "update clients set city = 'x' where id = '" + client() + "'"))
        .isEqualTo(new Outcome.Rows(1));
    assertThat(
            rights.tries(
                STAFF,
                Place.RIVER,
                "insert into clients (organization_id, given_name, family_name, medical_notes)"
                    + " values ('%s', 'Kim', 'New', null)".formatted(Place.RIVER.id())))
        .isEqualTo(new Outcome.Rows(1));
    rights.arrange("update user_organizations set permissions = '{}'");
  }

  @Test
  void an_admin_gives_only_rights_that_they_hold() throws SQLException {
    for (Permission right : Permission.values()) {
      if (right == Permission.STAFF_MANAGE || right == Permission.PLANS_EDIT) {
        continue; // Nobody below admin can hold these, and nobody but owners makes admins.
      }
      String grant = permissions(right, true);
      String unset =
          "update user_organizations set permissions = '{}' where user_id = '%s'"
              .formatted(COLLEAGUE.id());
      rights.set(COLLEAGUE, Place.RIVER, right.key(), false);
      rights.set(ADMIN_HERE, Place.RIVER, right.key(), false);
      assertThat(rights.tries(ADMIN, Place.RIVER, grant)).as("%s", right).isInstanceOf(REFUSED);
      if (Oracle.rightsOf(STAFF).contains(right.key())) {
        assertThat(rights.tries(ADMIN, Place.RIVER, unset))
            .as("the role would bring %s", right)
            .isInstanceOf(REFUSED);
      }
      assertThat(rights.tries(ADMIN, Place.RIVER, permissions(right, false)))
          .as("withholding %s", right)
          .isEqualTo(new Outcome.Rows(1));
      assertThat(rights.tries(OWNER, Place.RIVER, grant)).isEqualTo(new Outcome.Rows(1));
      rights.set(ADMIN_HERE, Place.RIVER, right.key(), true);
      assertThat(rights.tries(ADMIN, Place.RIVER, grant)).isEqualTo(new Outcome.Rows(1));
    }
    rights.arrange("update user_organizations set permissions = '{}'");
  }

  private static final Class<Outcome.Refused> REFUSED = Outcome.Refused.class;

  private static String permissions(Permission right, boolean held) {
    return "update user_organizations set permissions = '{\"%s\": %s}' where user_id = '%s'"
        .formatted(right.key(), held, COLLEAGUE.id());
  }

  @Test
  void whom_an_admin_promotes_or_invites_does_not_get_a_right_that_the_admin_lacks()
      throws SQLException {
    rights.set(ADMIN_HERE, Place.RIVER, "members.medical", false);
    String promote =
        "update user_organizations set role = 'staff' where user_id = '%s'"
            .formatted(TRAINER_HERE.id());
    String invite = "select access.invite('someone.new@example.org', 'Someone New', 'staff')";
    for (String deed : List.of(promote, invite)) {
      assertThat(given(ADMIN_HERE, deed)).as(deed).containsExactly("{\"members.medical\": false}");
      assertThat(given(Person.the(Place.RIVER, OWNER), deed)).as(deed).containsExactly("{}");
    }
    rights.arrange("update user_organizations set permissions = '{}'");
  }

  /** The permissions of the newly promoted trainer, or of the one invited, after the deed. */
  private static List<String> given(Person who, String deed) throws SQLException {
    return rights
        .logins()
        .as(
            World.subject(who, Place.RIVER),
            connection -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute(deed);
                ResultSet rows =
                    statement.executeQuery(
                        "select permissions::text from user_organizations where role = 'staff' and"
                            + " (user_id = '%s' or status = 'invited')"
                                .formatted(TRAINER_HERE.id()));
                Stream.Builder<String> found = Stream.builder();
                while (rows.next()) {
                  found.add(rows.getString(1));
                }
                return found.build().toList();
              }
            });
  }

  private static boolean bool(Connection connection, String expression) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select " + expression)) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
