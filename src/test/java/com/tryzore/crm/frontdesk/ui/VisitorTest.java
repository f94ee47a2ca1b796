package com.tryzore.crm.frontdesk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.frontdesk.DeskGym;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.SisterGym;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** A member of another gym of the chain stands at the desk, without a browser. */
@SpringBootTest
class VisitorTest {

  @Autowired private ApplicationContext context;
  @Autowired private VisitorPalette palette;

  private DeskGym riverside;
  private DeskGym harbour;
  private TestTabs tabs;

  @BeforeEach
  void open() {
    TestGym chain = TestGym.open(TestDatabase.shared(), "Chain");
    riverside = new DeskGym(chain.below("Riverside"));
    harbour = new DeskGym(chain.below("Harbour"));
    tabs = TestTabs.of(context);
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  private BrowserlessUIContext today(DeskGym place) {
    BrowserlessUIContext tab = tabs.signedIn(place.gym().person("Ada Desk", Tier.STAFF));
    tab.getUI().setLocale(Locale.ENGLISH);
    tab.navigate("o/" + place.gym().slug() + "/today", TodayView.class);
    return tab;
  }

  @Test
  void a_visitor_is_admitted_by_the_number_at_home_and_checked_in_at_once() {
    ClientId vera = harbour.regular("Vera", "Visser");
    BrowserlessUIContext desk = today(riverside);
    click(desk, "Admit a visitor");
    admit(desk, harbour.number(vera));

    assertThat(dialogs(desk)).isEmpty();
    assertThat(card(desk)).contains("Vera Visser").contains("member of Harbour");
    assertThat(riverside.standing(vera)).isEqualTo(1);
    assertThat(harbour.standing(vera)).isZero();

    click(desk, "Admit a visitor");
    admit(desk, harbour.number(vera));
    assertThat(card(desk)).as("admitted once only").contains("Vera Visser").contains("Already");
    assertThat(riverside.standing(vera)).isEqualTo(1);
  }

  @Test
  void the_roster_offers_it_too() {
    ClientId vera = harbour.regular("Vera", "Visser");
    BrowserlessUIContext desk = today(riverside);
    UI.getCurrent().navigate("o/" + riverside.gym().slug() + "/members");
    click(desk, "Admit a visitor");
    admit(desk, harbour.number(vera));
    assertThat(riverside.standing(vera)).isEqualTo(1);
  }

  @Test
  void whose_membership_at_home_has_ended_is_asked_about_like_anybody_else() {
    ClientId finn = harbour.member("Finn", "Frost", "frozen", null);
    BrowserlessUIContext desk = today(riverside);
    click(desk, "Admit a visitor");
    admit(desk, harbour.number(finn));
    assertThat(dialogs(desk)).singleElement().isInstanceOf(RefusalDialog.class);
    assertThat(riverside.standing(finn)).isZero();
  }

  @Test
  void a_number_that_nobody_has_is_said_beside_the_field_and_nothing_is_lost() {
    BrowserlessUIContext desk = today(riverside);
    click(desk, "Admit a visitor");
    admit(desk, "");
    TextField number = number(desk);
    assertThat(number.isInvalid()).isTrue();
    admit(desk, "H-404");
    assertThat(number.isInvalid()).isTrue();
    assertThat(number.getErrorMessage()).contains("Harbour");
    assertThat(number.getValue()).isEqualTo("H-404");
    assertThat(dialogs(desk)).hasSize(1);
    for (int guess = 0; guess < 10; guess++) {
      admit(desk, "guess " + guess);
    }
    assertThat(number.getErrorMessage()).contains("minutes");
  }

  @Test
  void only_gyms_of_the_chain_are_offered_and_none_where_there_is_no_chain() {
    BrowserlessUIContext desk = today(riverside);
    click(desk, "Admit a visitor");
    assertThat(gyms(desk).getListDataView().getItems().map(SisterGym::name))
        .containsExactly("Harbour");
    assertThat(palette.find("visi", 5)).hasSize(1);
    assertThat(palette.find("joanna", 5)).isEmpty();

    BrowserlessUIContext alone = today(DeskGym.open("Alone"));
    assertThat(alone.find(Button.class).all())
        .noneMatch(button -> button.isVisible() && button.getText().equals("Admit a visitor"));
    assertThat(palette.find("visi", 5)).isEmpty();
  }

  private static void admit(BrowserlessUIContext tab, String typed) {
    number(tab).setValue(typed);
    click(tab, "Admit and check in");
  }

  private static TextField number(BrowserlessUIContext tab) {
    return (TextField)
        dialogs(tab)
            .getFirst()
            .getChildren()
            .flatMap(form -> form.getChildren())
            .filter(TextField.class::isInstance)
            .findFirst()
            .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static Select<SisterGym> gyms(BrowserlessUIContext tab) {
    return (Select<SisterGym>) tab.find(Select.class).single();
  }

  private static List<Dialog> dialogs(BrowserlessUIContext tab) {
    return tab.find(Dialog.class).all().stream().filter(Dialog::isOpened).toList();
  }

  private static String card(BrowserlessUIContext tab) {
    return tab.find(VerdictPanel.class).single().getElement().getTextRecursively();
  }

  private static void click(BrowserlessUIContext tab, String words) {
    Button button =
        tab.find(Button.class).all().stream()
            .filter(one -> one.getText().equals(words))
            .findFirst()
            .orElseThrow();
    ComponentUtil.fireEvent(button, new ClickEvent<>(button));
    tab.roundTrip();
  }
}
