package com.tryzore.crm.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.tryzore.crm.database.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo installation and browsers before it: what tests of whole tasks share. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"zore.demo=true", "zore.test.database=none", "vaadin.productionMode=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DemoIT {

  static final String DESK = "desk@riverside.example";
  static final String ADMIN = "admin@riverside.example";
  static final TestDatabase DATABASE = TestDatabase.fresh();

  private static final String PASSWORD = "six in the evening";

  @LocalServerPort private int port;
  private Browsers browsers;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.properties().forEach((name, value) -> registry.add(name, () -> value));
  }

  @BeforeAll
  void open() {
    browsers = new Browsers(port);
  }

  @AfterAll
  void close() {
    browsers.close();
  }

  Browsers browsers() {
    return browsers;
  }

  String address() {
    return "http://localhost:" + port;
  }

  /** Someone signed in at a page of Riverside. */
  Page at(BrowserContext context, String email, String path) {
    return at(context, email, path, "riverside");
  }

  /** Someone signed in at a page of a gym. */
  Page at(BrowserContext context, String email, String path, String gym) {
    Page page = browsers.signIn(context, email, PASSWORD);
    browsers.go(page, "/o/" + gym + "/" + path);
    return page;
  }

  /** The visits of a member of Riverside that count, by the database. */
  static int visits(String memberNumber) {
    return number(
        """
        select count(*)
          from visits v
          join client_organizations co
            on co.organization_id = v.organization_id and co.client_id = v.client_id
          join organizations o on o.id = v.organization_id
         where o.slug = 'riverside' and co.member_number = ? and v.undone_at is null
        """,
        memberNumber);
  }

  /** One number out of the database. */
  static int number(String query, String parameter) {
    try (Connection superuser = DATABASE.superuser();
        PreparedStatement statement = superuser.prepareStatement(query)) {
      statement.setString(1, parameter);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
