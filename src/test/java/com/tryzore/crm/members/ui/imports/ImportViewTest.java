package com.tryzore.crm.members.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.members.TestMembers;
import com.tryzore.crm.members.imports.ImportId;
import com.tryzore.crm.members.imports.ImportProgress;
import com.tryzore.crm.members.imports.ImportSource;
import com.tryzore.crm.members.imports.ImportStatus;
import com.tryzore.crm.members.imports.MemberImports;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The import page, for two people in two gyms at once. */
@SpringBootTest(properties = "zore.data=target")
class ImportViewTest {
  private static final String LIST =
      """
      Member ID,First Name,Last Name,Email,Date of Birth,Status
      A1,Ana,Li,ana@x.example,1980-01-01,Active
      A2,Ben,Ro,not an address,1990-02-02,Active
      A3,Cy,Fox,,2000-03-03,Active
      """;

  @Autowired ApplicationContext context;
  @Autowired MemberImports imports;
  @Autowired Bindings bindings;
  @Autowired Gate gate;

  private final TestGym river = TestGym.open(TestDatabase.shared(), "River");
  private final TestGym hill = TestGym.open(TestDatabase.shared(), "Hill");
  private TestTabs tabs;

  @BeforeEach
  void open() {
    tabs = TestTabs.of(context);
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  @Test
  void a_list_is_read_checked_imported_and_taken_back_on_one_page() {
    TestGym.Person clerk = river.person("Dana Desk", Tier.STAFF);
    ImportId id = brought(river, clerk);
    BrowserlessUIContext tab = tabs.signedIn(clerk);
    show(tab, river, id, "step=read");
    eventually(tab, () -> text(tab).contains("What the columns mean"));
    assertThat(text(tab)).contains("3 rows in 6 columns");

    button(tab, "See what would happen").click();
    eventually(tab, () -> text(tab).contains("This is what would happen"));
    assertThat(text(tab)).contains("2new members", "1row refused");
    assertThat(
            river.value(
                Long.class,
                "select count(*) from clients where organization_id = ?",
                river.id().value()))
        .isZero();

    button(tab, "Import 2 members").click();
    eventually(tab, () -> text(tab).contains("The members are here"));
    assertThat(status(river, clerk, id)).isEqualTo(ImportStatus.DONE);

    button(tab, "Undo the import").click();
    tab.find(Button.class).all().stream()
        .filter(button -> button.hasClassName("zore-danger"))
        .findFirst()
        .orElseThrow()
        .click();
    eventually(tab, () -> text(tab).contains("The import was taken back"));
    assertThat(status(river, clerk, id)).isEqualTo(ImportStatus.UNDONE);
  }

  @Test
  void somebody_in_another_gym_sees_neither_the_import_nor_that_there_is_one() {
    TestGym.Person clerk = river.person("Dana Desk", Tier.STAFF);
    ImportId id = brought(river, clerk);
    BrowserlessUIContext rival = tabs.signedIn(hill.person("Rita Rival", Tier.OWNER));
    rival.navigate("o/" + hill.slug() + "/import", ImportView.class);
    assertThat(text(rival)).contains("Bring a list of members").doesNotContain("list.csv");
    UI.getCurrent().navigate("o/" + hill.slug() + "/import/" + id);
    assertThat(rival.find(ImportView.class).all()).isEmpty();

    BrowserlessUIContext tab = tabs.signedIn(clerk);
    tab.navigate("o/" + river.slug() + "/import", ImportView.class);
    assertThat(text(tab)).contains("Imports so far", "list.csv", "Not started");
  }

  @Test
  void without_the_right_the_page_is_shut_and_not_offered() {
    TestGym.Person clerk = river.person("Dana Desk", Tier.STAFF);
    river.execute(
        "update user_organizations set permissions = '{\"members.import\": false}'"
            + " where organization_id = ? and user_id = ?",
        river.id().value(),
        clerk.id().value());
    BrowserlessUIContext tab = tabs.signedIn(clerk);
    tab.navigate("o/" + river.slug() + "/members", Component.class);
    assertThat(UI.getCurrent().getElement().getOuterHTML())
        .doesNotContain("o/" + river.slug() + "/import");
    UI.getCurrent().navigate("o/" + river.slug() + "/import");
    assertThat(tab.find(ImportView.class).all()).isEmpty();
  }

  @Test
  void one_who_was_touched_stands_in_the_way_of_the_undo_by_name() {
    TestGym.Person clerk = river.person("Dana Desk", Tier.STAFF);
    ImportId id = brought(river, clerk);
    Binding binding = gate.open(clerk.id(), river.slug(), Instant.now());
    bindings.callAs(binding, () -> imports.start(id));
    BrowserlessUIContext tab = tabs.signedIn(clerk);
    show(tab, river, id, "");
    eventually(tab, () -> text(tab).contains("The members are here"));
    river.execute(
        "update client_organizations set status = 'frozen' where organization_id = ?"
            + " and member_number = 'A3'",
        river.id().value());

    button(tab, "Undo the import").click();
    tab.find(Button.class).all().stream()
        .filter(button -> button.hasClassName("zore-danger"))
        .findFirst()
        .orElseThrow()
        .click();

    assertThat(text(tab)).contains("One member was worked with", "Cy Fox", "changed since");
    assertThat(status(river, clerk, id)).isEqualTo(ImportStatus.DONE);
  }

  @Test
  void a_duplicate_is_shown_with_whom_it_is_like_and_decided() {
    TestMembers.of(river).named("Ana", "Li").number("A1").add();
    TestGym.Person clerk = river.person("Dana Desk", Tier.STAFF);
    ImportId id = brought(river, clerk);
    BrowserlessUIContext tab = tabs.signedIn(clerk);
    show(tab, river, id, "step=check");
    eventually(tab, () -> text(tab).contains("People you may have already"));
    assertThat(text(tab)).contains("1new member", "1left out as duplicates");
  }

  private ImportId brought(TestGym gym, TestGym.Person clerk) {
    Binding binding = gate.open(clerk.id(), gym.slug(), Instant.now());
    return bindings.callAs(
        binding,
        () ->
            ((MemberImports.Upload.Kept)
                    imports.upload(
                        "list.csv",
                        ImportSource.ofBytes(LIST.getBytes(StandardCharsets.UTF_8)),
                        ImportProgress.UNWATCHED))
                .id());
  }

  private ImportStatus status(TestGym gym, TestGym.Person clerk, ImportId id) {
    Binding binding = gate.open(clerk.id(), gym.slug(), Instant.now());
    return bindings.callAs(binding, () -> imports.find(id).orElseThrow().status());
  }

  private static void show(BrowserlessUIContext tab, TestGym gym, ImportId id, String query) {
    tab.navigate("o/" + gym.slug() + "/import", ImportView.class);
    UI.getCurrent()
        .navigate(
            "o/" + gym.slug() + "/import/" + id,
            query.isEmpty() ? QueryParameters.empty() : QueryParameters.fromString(query));
  }

  private static Button button(BrowserlessUIContext tab, String words) {
    return tab.find(Button.class).all().stream()
        .filter(button -> button.getText().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private static String text(BrowserlessUIContext tab) {
    return tab.find(ImportView.class).single().getElement().getTextRecursively();
  }

  private static void eventually(BrowserlessUIContext tab, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(text(tab)).isBefore(deadline);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      tab.activate();
      tab.roundTrip();
    }
  }
}
