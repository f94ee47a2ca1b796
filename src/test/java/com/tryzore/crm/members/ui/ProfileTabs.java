package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.TestGym.Person;
import com.tryzore.crm.access.TestTabs;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import com.tryzore.crm.members.ClientData;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.ClientNotes;
import com.tryzore.crm.members.MedicalNotes;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.NewMember;
import com.tryzore.crm.members.Photos;
import com.tryzore.crm.members.StandingData;
import com.tryzore.crm.tags.ui.TagChip;
import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadTester;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.node.ObjectNode;

/** A gym of a chain, a member, and the tabs in which people look at her profile. */
@SpringBootTest(properties = "zore.data=target")
abstract class ProfileTabs {

  @Autowired private ApplicationContext context;
  @Autowired Members members;
  @Autowired ClientNotes notes;
  @Autowired Photos photos;
  @Autowired private Gate gate;
  @Autowired Bindings bindings;

  final TestGym chain = TestGym.open(TestDatabase.shared(), "Chain");
  final TestGym gym = chain.below("Riverside");
  final TestGym sister = chain.below("Harbour");
  final Person sam = gym.person("Sam Staff", Tier.STAFF);
  final Person adam = gym.person("Adam Admin", Tier.ADMIN);
  TestTabs tabs;
  Binding desk;
  ClientId joanna;

  @BeforeEach
  void a_member() {
    tabs = TestTabs.of(context);
    desk = gate.open(sam.id(), gym.slug(), Instant.now());
    joanna =
        as(
            () ->
                members.add(
                    new NewMember(
                        ClientData.named("Joanna", "Smith")
                            .born(LocalDate.of(1988, 5, 3), null)
                            .reachedAt("jo@example.com", "+494217204476"),
                        StandingData.active("Unlimited", null, LocalDate.of(2025, 1, 1)),
                        new MedicalNotes("Asthma", "no sprints"))));
  }

  @AfterEach
  void close() {
    tabs.close();
  }

  BrowserlessUIContext profile(Person who, TestGym where) {
    BrowserlessUIContext tab = tabs.signedIn(who);
    tab.getUI().setLocale(Locale.ENGLISH);
    open(tab, where, joanna);
    return tab;
  }

  static void open(BrowserlessUIContext tab, TestGym where, ClientId client) {
    tab.navigate("o/%s/members/%s".formatted(where.slug(), client), Component.class);
  }

  static String pageOf(BrowserlessUIContext tab, TestGym where, ClientId client) {
    open(tab, where, client);
    return tab.getCurrentView().getElement().getTextRecursively();
  }

  static String text(BrowserlessUIContext tab) {
    return tab.find(MemberProfilePanel.class).single().getElement().getTextRecursively();
  }

  MemberDialog edit(BrowserlessUIContext tab) {
    tab.test(
            tab.find(Button.class, tab.find(ProfileHead.class).single())
                .withCondition(b -> b.getText().equals("Edit"))
                .single())
        .click();
    return tab.find(MemberDialog.class).withCondition(Dialog::isOpened).last();
  }

  static TextField field(BrowserlessUIContext tab, String label) {
    return tab.find(TextField.class).withLabel(label).single();
  }

  static TextArea area(BrowserlessUIContext tab, String label) {
    return tab.find(TextArea.class).withLabel(label).single();
  }

  static void click(BrowserlessUIContext tab, String words) {
    tab.test(tab.find(Button.class).withCondition(b -> b.getText().equals(words)).last()).click();
  }

  static void clickIcon(BrowserlessUIContext tab, String words) {
    tab.test(tab.find(Button.class).withAriaLabel(words).single()).click();
  }

  static List<RadioButtonGroup<?>> choices(BrowserlessUIContext tab) {
    return tab.find(RadioButtonGroup.class, tab.find(ConflictDialog.class).single()).all().stream()
        .<RadioButtonGroup<?>>map(group -> group)
        .toList();
  }

  static <T> void choose(RadioButtonGroup<T> group, int which) {
    group.setValue(group.getListDataView().getItem(which));
  }

  static List<String> chips(BrowserlessUIContext tab) {
    return tab.find(TagChip.class).all().stream()
        .map(chip -> chip.getElement().getTextRecursively().strip())
        .toList();
  }

  static List<String> links(BrowserlessUIContext tab) {
    return tab.find(com.vaadin.flow.component.html.Anchor.class).all().stream()
        .map(com.vaadin.flow.component.html.Anchor::getHref)
        .toList();
  }

  static void upload(BrowserlessUIContext tab, Upload upload, String name, byte[] content) {
    new UploadTester<>(upload).upload(name, "image/png", content);
  }

  static String toast(BrowserlessUIContext tab) {
    return tab.find(Notification.class).all().getLast().getElement().getTextRecursively().strip();
  }

  /** What the browser's script sends when the minute is over. */
  static void over(BrowserlessUIContext tab) {
    Element shown = medicalNotes(tab.find(MedicalCard.class).single().getElement()).orElseThrow();
    ObjectNode data = JacksonUtils.createObjectNode();
    data.put("event.detail", true);
    shown
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(shown, "zore-over", data));
  }

  private static Optional<Element> medicalNotes(Element within) {
    return within
        .getChildren()
        .flatMap(
            child ->
                child.getClassList().contains("profile-medical-notes")
                    ? Stream.of(child)
                    : medicalNotes(child).stream())
        .findFirst();
  }

  long reads() {
    Long reads =
        gym.value(
            Long.class,
            "select count(*) from audit_logs where action = 'read' and subject_client_id = ?",
            joanna.value());
    return Objects.requireNonNull(reads);
  }

  com.tryzore.crm.members.Client saved() {
    return as(() -> members.find(joanna)).orElseThrow();
  }

  <T> T as(Supplier<T> work) {
    return bindings.callAs(desk, work::get);
  }

  static byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  static void eventually(BrowserlessUIContext tab, Runnable assertion) throws InterruptedException {
    for (int tries = 0; tries < 50; tries++) {
      tab.roundTrip();
      try {
        assertion.run();
        return;
      } catch (AssertionError notYet) {
        Thread.sleep(20);
      }
    }
    assertion.run();
  }
}
