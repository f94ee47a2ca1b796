package com.tryzore.crm.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.schedule.ScheduleGym;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The rules of bookings on screen. */
@SpringBootTest(properties = "zore.data=target")
class RulesViewTest {

  private static final int CLOSES = 1;
  private static final int LATE = 2;

  @Autowired ApplicationContext context;

  private final ScheduleGym river = ScheduleGym.open("River");
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
  void each_rule_says_what_it_means_before_and_after_it_is_changed_and_taken_back() {
    BrowserlessUIContext owner = opened(Tier.OWNER);
    SpanField late = fields(owner).get(LATE);
    assertThat(late.getHelperText())
        .startsWith("Whoever cancels a class at 18:00 after 16:00 on Tue");
    amount(owner, LATE).setValue(3);
    assertThat(late.getHelperText()).contains("after 15:00 on Tue");
    button(owner, "Save the rules").click();
    assertThat(setting("late_cancel_minutes")).isEqualTo("180");
    button(owner, "Undo").click();
    assertThat(setting("late_cancel_minutes")).isEqualTo("120");
    assertThat(amount(owner, LATE).getValue()).isEqualTo(2);
  }

  @Test
  void what_is_senseless_is_said_beside_the_field_and_not_saved() {
    BrowserlessUIContext owner = opened(Tier.OWNER);
    amount(owner, CLOSES).setValue(1000);
    button(owner, "Save the rules").click();
    assertThat(fields(owner).get(CLOSES).getErrorMessage()).isEqualTo("At most 14 days.");
    assertThat(setting("booking_closes_minutes")).isEqualTo("none");
  }

  @Test
  void rules_set_by_somebody_else_meanwhile_are_not_overwritten_unasked() {
    BrowserlessUIContext owner = opened(Tier.OWNER);
    amount(owner, LATE).setValue(3);
    river.settings("{\"late_cancel_minutes\": 30}");
    button(owner, "Save the rules").click();
    assertThat(text(owner)).contains("Somebody has changed the rules meanwhile");
    assertThat(setting("late_cancel_minutes")).isEqualTo("30");
    button(owner, "Save the rules").click();
    assertThat(setting("late_cancel_minutes")).isEqualTo("180");
  }

  @Test
  void an_admin_reads_them_and_the_desk_does_not_come_here() {
    BrowserlessUIContext admin = opened(Tier.ADMIN);
    assertThat(text(admin)).contains("Only an owner can change these rules");
    assertThat(amount(admin, LATE).isReadOnly()).isTrue();
    BrowserlessUIContext desk = opened(Tier.STAFF);
    assertThat(desk.find(RulesView.class).all()).isEmpty();
  }

  private BrowserlessUIContext opened(Tier tier) {
    BrowserlessUIContext tab = tabs.signedIn(river.gym().person("Dana Desk", tier));
    tab.navigate(CalendarAddress.of(river.gym().slug()), Component.class);
    UI.getCurrent().navigate(ScheduleAddress.RULES.of(river.gym().slug()));
    return tab;
  }

  private String setting(String name) {
    return Objects.requireNonNull(
        river
            .gym()
            .value(
                String.class,
                "select coalesce(settings #>> array['bookings', ?], 'none') from organizations where id = ?",
                name,
                river.gym().id().value()));
  }

  private static List<SpanField> fields(BrowserlessUIContext tab) {
    return tab.find(RuleFields.class).single().fields().toList();
  }

  private static IntegerField amount(BrowserlessUIContext tab, int field) {
    return tab.find(IntegerField.class).all().get(field);
  }

  private static Button button(BrowserlessUIContext tab, String words) {
    return tab.find(Button.class).all().stream()
        .filter(button -> button.getText().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private static String text(BrowserlessUIContext tab) {
    return tab.find(RulesView.class).single().getElement().getTextRecursively();
  }
}
