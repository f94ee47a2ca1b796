package com.tryzore.crm.schedule.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.schedule.ScheduleGym;
import com.tryzore.crm.schedule.TimetableImports;
import com.tryzore.crm.schedule.ical.TimetableReader;
import com.tryzore.crm.schedule.ical.TimetableReading;
import com.tryzore.crm.schedule.ui.CalendarAddress;
import com.tryzore.crm.schedule.ui.ScheduleAddress;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** The import of a timetable on screen. */
@SpringBootTest(properties = "zore.data=target")
class TimetableImportViewTest {

  @Autowired ApplicationContext context;
  @Autowired TimetableImports imports;
  @Autowired Bindings bindings;
  @Autowired Gate gate;

  private final ScheduleGym river = ScheduleGym.open("River");
  private final ScheduleGym hill = ScheduleGym.open("Hill");
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
  void a_timetable_is_mapped_tried_imported_not_doubled_and_taken_back() {
    river.gym().person("Ana Silva", Tier.TRAINER);
    TestGym.Person clerk = river.gym().person("Dana Desk", Tier.STAFF);
    BrowserlessUIContext tab = opened(river, clerk);
    bring(tab, clerk);
    assertThat(text(tab)).contains("13 events and series can be taken", "Spin Room", "Hana Novák");
    assertThat(selected(tab, "Who Ana Silva is")).isEqualTo("Ana Silva");
    assertThat(selected(tab, "Who Hana Novák is")).isEqualTo("Nobody yet: stays open");
    assertThat(selected(tab, "What Pool is")).isEqualTo("Make a room “Pool”");

    button(tab, "See what would happen").click();
    eventually(tab, () -> text(tab).contains("This is what would happen"));
    assertThat(text(tab))
        .contains("13new", "0updated", "Every Monday, Wednesday and Friday at 06:30")
        .contains("On the 31st of each month at 09:00")
        .contains("Not on 27 Nov 2026; 25 Dec 2026")
        .contains("moved to Mon 9 Nov, 19:00 · “Spin 60 (later today)” · Grace Kim");
    assertThat(events()).isZero();

    button(tab, "Import 13 entries").click();
    eventually(tab, () -> text(tab).contains("The timetable is here"));
    long made = events();
    assertThat(made).isPositive();

    button(tab, "Another file").click();
    assertThat(text(tab)).contains("Timetables imported so far", "riverside.ics", "13 new");
    bring(tab, clerk);
    button(tab, "See what would happen").click();
    eventually(tab, () -> text(tab).contains("This is what would happen"));
    assertThat(text(tab)).contains("0new", "13unchanged", "There is nothing to import");

    UI.getCurrent().navigate(ScheduleAddress.IMPORT.of(river.gym().slug()) + "/" + only(clerk));
    button(tab, "Undo the import").click();
    tab.find(Button.class).all().stream()
        .filter(button -> button.hasClassName("zore-danger"))
        .findFirst()
        .orElseThrow()
        .click();
    eventually(tab, () -> text(tab).contains("The import was taken back"));
    assertThat(events()).isZero();
  }

  @Test
  void somebody_elsewhere_and_a_trainer_do_not_come_here() {
    TestGym.Person clerk = river.gym().person("Dana Desk", Tier.STAFF);
    BrowserlessUIContext tab = opened(river, clerk);
    bring(tab, clerk);
    button(tab, "See what would happen").click();
    eventually(tab, () -> text(tab).contains("This is what would happen"));
    button(tab, "Import 13 entries").click();
    eventually(tab, () -> text(tab).contains("The timetable is here"));

    BrowserlessUIContext rival = opened(hill, hill.gym().person("Rita Rival", Tier.OWNER));
    assertThat(text(rival)).doesNotContain("riverside.ics");
    UI.getCurrent().navigate(ScheduleAddress.IMPORT.of(hill.gym().slug()) + "/" + only(clerk));
    assertThat(rival.find(TimetableImportView.class).all()).isEmpty();

    BrowserlessUIContext trainer = opened(river, river.gym().person("Tara T", Tier.TRAINER));
    assertThat(trainer.find(TimetableImportView.class).all()).isEmpty();
  }

  private BrowserlessUIContext opened(ScheduleGym gym, TestGym.Person person) {
    BrowserlessUIContext tab = tabs.signedIn(person);
    tab.navigate(CalendarAddress.of(gym.gym().slug()), Component.class);
    UI.getCurrent().navigate(ScheduleAddress.IMPORT.of(gym.gym().slug()));
    return tab;
  }

  private void bring(BrowserlessUIContext tab, TestGym.Person clerk) {
    Binding binding = gate.open(clerk.id(), river.gym().slug(), Instant.now());
    Brought brought =
        bindings.callAs(
            binding,
            () -> {
              try (InputStream file =
                  Objects.requireNonNull(
                      TimetableReader.class.getResourceAsStream("timetable-riverside.ics"))) {
                TimetableReading.Read read = (TimetableReading.Read) imports.read(file);
                return new Brought("riverside.ics", read, imports.suggested(read.drafts()));
              } catch (IOException broken) {
                throw new UncheckedIOException(broken);
              }
            });
    tab.find(TimetableImportView.class).single().taken(brought);
  }

  private String only(TestGym.Person clerk) {
    Binding binding = gate.open(clerk.id(), river.gym().slug(), Instant.now());
    return bindings.callAs(binding, () -> imports.recent(1).getFirst().id().toString());
  }

  private long events() {
    return Objects.requireNonNull(
        river
            .gym()
            .value(
                Long.class,
                "select count(*) from events where organization_id = ?",
                river.gym().id().value()));
  }

  @SuppressWarnings("unchecked")
  private static String selected(BrowserlessUIContext tab, String label) {
    Select<Object> select =
        tab.find(Select.class).all().stream()
            .filter(one -> one.getAriaLabel().equals(Optional.of(label)))
            .findFirst()
            .orElseThrow();
    return select.getItemLabelGenerator().apply(select.getValue());
  }

  private static Button button(BrowserlessUIContext tab, String words) {
    return tab.find(Button.class).all().stream()
        .filter(button -> button.getText().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private static String text(BrowserlessUIContext tab) {
    return tab.find(TimetableImportView.class).single().getElement().getTextRecursively();
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
