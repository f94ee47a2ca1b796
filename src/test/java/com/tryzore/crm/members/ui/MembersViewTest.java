package com.tryzore.crm.members.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.members.RosterColumn;
import com.tryzore.crm.members.RosterRow;
import com.tryzore.crm.members.TestMembers;
import com.tryzore.crm.ui.EmptyState;
import com.tryzore.crm.ui.QueryState;
import com.tryzore.crm.ui.SearchField;
import com.tryzore.crm.ui.Toolbar;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The roster on screen, for two desks in two gyms at once. */
@SpringBootTest(properties = "zore.data=target")
class MembersViewTest {

  @Autowired ApplicationContext context;

  private final TestGym river = TestGym.open(TestDatabase.shared(), "River");
  private final TestGym hill = TestGym.open(TestDatabase.shared(), "Hill");
  private TestTabs tabs;
  private BrowserlessUIContext desk;
  private ClientId joanna;

  @BeforeEach
  void two_gyms_with_members() {
    tabs = TestTabs.of(context);
    joanna = TestMembers.of(river).named("Joanna", "Smith").number("R-1").add();
    TestMembers.of(river)
        .named("Karl", "Weber")
        .number("R-2")
        .status(MemberStatus.FROZEN, null)
        .add();
    TestMembers.of(hill).named("Joanna", "Smithers").number("H-1").add();
    desk = opened(river, Tier.STAFF, "");
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  @Test
  void each_desk_sees_its_own_gyms_members() {
    BrowserlessUIContext other = opened(hill, Tier.STAFF, "");
    assertThat(names(other)).containsExactly("Joanna Smithers");
    desk.activate();
    assertThat(names(desk)).containsExactly("Joanna Smith", "Karl Weber");
    assertThat(desk.find(Toolbar.class).single().getElement().getTextRecursively())
        .contains("2 members");
  }

  @Test
  void typing_narrows_the_list_and_stands_in_the_address() {
    desk.find(SearchField.class).all().stream()
        .filter(field -> field.getPlaceholder().contains("telephone"))
        .findFirst()
        .orElseThrow()
        .setValue("smi jo");
    assertThat(names(desk)).containsExactly("Joanna Smith");
    assertThat(address()).contains("q=smi");
  }

  @Test
  void a_link_shows_the_same_to_a_colleague() {
    BrowserlessUIContext colleague =
        opened(river, Tier.STAFF, "status=frozen&column=number&column=joined");
    assertThat(names(colleague)).containsExactly("Karl Weber");
    RosterGrid grid = colleague.find(RosterGrid.class).single();
    assertThat(
            grid.getColumns().stream()
                .filter(column -> column.isVisible())
                .map(column -> column.getKey())
                .toList())
        .containsExactly("NAME", "NUMBER", "JOINED");
  }

  @Test
  void nobody_fits_and_the_way_back_is_offered() {
    BrowserlessUIContext tab = opened(river, Tier.STAFF, "q=xyzzy");
    assertThat(tab.find(EmptyState.class).single().getElement().getTextRecursively())
        .contains("Nobody fits");
  }

  @Test
  void an_empty_gym_says_what_to_do_first() {
    BrowserlessUIContext tab = opened(TestGym.open(TestDatabase.shared(), "Empty"), Tier.STAFF, "");
    assertThat(tab.find(EmptyState.class).single().getElement().getTextRecursively())
        .contains("No members yet", "Import a list", "Add a member");
  }

  @Test
  void the_bar_for_many_shows_while_somebody_is_selected() {
    RosterGrid grid = desk.find(RosterGrid.class).single();
    assertThat(desk.find(RosterBulk.class).all()).isEmpty();
    grid.select(rows(grid).getFirst());
    assertThat(desk.find(RosterBulk.class).single().getElement().getTextRecursively())
        .contains("one selected");
    assertThat(grid.chosenMembers()).isEqualTo(Set.of(joanna));
    grid.deselectAll();
    assertThat(desk.find(RosterBulk.class).all()).isEmpty();
  }

  @Test
  void only_those_with_the_right_see_how_to_export() {
    assertThat(desk.find(RosterDownload.class).all()).isEmpty();
    BrowserlessUIContext admin = opened(river, Tier.ADMIN, "");
    assertThat(admin.find(RosterDownload.class).all()).hasSize(1);
  }

  @Test
  void the_usual_columns_are_not_named_in_the_address() {
    assertThat(RosterState.withColumns(state(), RosterState.USUAL)).isEqualTo(state());
    assertThat(RosterState.columns(RosterState.withColumns(state(), Set.of(RosterColumn.BORN))))
        .containsExactly(RosterColumn.BORN);
  }

  private static QueryState state() {
    return QueryState.EMPTY;
  }

  private BrowserlessUIContext opened(TestGym gym, Tier tier, String query) {
    BrowserlessUIContext tab = tabs.signedIn(gym.person("Dana Desk", tier));
    tab.navigate("o/" + gym.slug() + "/members", MembersView.class);
    if (!query.isEmpty()) {
      UI.getCurrent().navigate("o/" + gym.slug() + "/members", QueryParameters.fromString(query));
    }
    return tab;
  }

  private static String address() {
    return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
  }

  private static List<String> names(BrowserlessUIContext tab) {
    return rows(tab.find(RosterGrid.class).single()).stream()
        .map(row -> row.member().name())
        .toList();
  }

  private static List<RosterRow> rows(RosterGrid grid) {
    return grid.getDataProvider().fetch(new Query<>(0, 50, List.of(), null, null)).toList();
  }
}
