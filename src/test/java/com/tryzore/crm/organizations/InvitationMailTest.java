package com.tryzore.crm.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.database.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Invitations that are mailed, against a real mail server. */
@SpringBootTest(properties = {"spring.mail.host=localhost", "zore.mail.from=desk@gym.example"})
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class InvitationMailTest {
  private static final GreenMail SERVER = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @Autowired private StaffAccounts accounts;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private TestGym gym;
  private Binding owner;
  private String address;

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry registry) {
    SERVER.start();
    int port = SERVER.getSmtp().getPort();
    registry.add("spring.mail.port", () -> port);
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void a_gym() throws Exception {
    SERVER.purgeEmailFromAllMailboxes();
    gym = TestGym.open(TestDatabase.shared(), "Riverside");
    owner = gate.open(gym.person("Olive Owner", Tier.OWNER).id(), gym.slug(), Instant.now());
    address = "ana-" + gym.slug() + "@example.com";
  }

  @Test
  void one_plain_mail_leads_to_the_link(CapturedOutput output) throws Exception {
    Invited invited = invite("Ana Silva", " " + address.toUpperCase(java.util.Locale.ROOT) + " ");

    assertThat(taken(invited)).isTrue();
    MimeMessage mail = onlyMail();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getAllRecipients()[0].toString()).isEqualToIgnoringCase(address);
    assertThat(mail.getFrom()[0]).hasToString("desk@gym.example");
    assertThat(mail.getSubject()).isEqualTo("Your account at Riverside");
    assertThat(mail.getContentType()).startsWith("text/plain");
    assertThat(text(mail))
        .contains("Hello Ana Silva,", "Olive Owner", "Riverside", "seven days", "works once")
        .containsOnlyOnce("https://gym.example/welcome/" + invited.token());
    assertThat(gate.invitation(invited.token())).isPresent();
    assertThat(output).doesNotContain(invited.token()).doesNotContainIgnoringCase(address);
    assertThat(invited.toString()).doesNotContain(invited.token());
  }

  @Test
  void it_is_written_in_the_language_of_the_gym() throws Exception {
    gym.execute("update organizations set locale = 'de' where id = ?", gym.id().value());
    assertThat(taken(invite("Jörg Müller", address))).isTrue();
    assertThat(onlyMail().getSubject()).isEqualTo("Ihr Konto bei Riverside");
    assertThat(text(onlyMail()))
        .contains("Hallo Jörg Müller,", "Nehmen Sie die Einladung hier innerhalb von sieben Tagen");

    SERVER.purgeEmailFromAllMailboxes();
    gym.execute("update organizations set locale = 'es' where id = ?", gym.id().value());
    assertThat(taken(invite("Jörg Müller", address))).isTrue();
    assertThat(onlyMail().getSubject()).isEqualTo("Su cuenta en Riverside");
    assertThat(text(onlyMail())).contains("Hola, Jörg Müller:", "siete días");
  }

  @Test
  void a_name_adds_neither_headers_nor_paragraphs() throws Exception {
    gym.execute(
        "update organizations set name = E'River\\r\\nBcc: all@example.com' where id = ?",
        gym.id().value());
    owner = gate.open(owner.user(), gym.slug(), Instant.now());

    assertThat(taken(invite("Ana\r\n\r\nPay at https://evil.example\u2028now", address))).isTrue();

    MimeMessage mail = onlyMail();
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).isEqualTo("Your account at River Bcc: all@example.com");
    assertThat(text(mail)).startsWith("Hello Ana Pay at https://evil.example now,");
  }

  @Test
  void without_the_mail_server_the_invitation_stays_and_says_so(CapturedOutput output)
      throws Exception {
    SERVER.stop();
    try {
      Invited invited = invite("Ana Silva", address);

      assertThat(taken(invited)).isFalse();
      assertThat(gate.invitation(invited.token())).isPresent();
      assertThat(output)
          .contains("An invitation could not be mailed")
          .doesNotContain(invited.token())
          .doesNotContain(address);
    } finally {
      SERVER.start();
    }
  }

  private Invited invite(String name, String email) {
    return bindings.callAs(
        owner,
        () ->
            accounts.invite(
                name, email, Tier.STAFF, token -> "https://gym.example/welcome/" + token));
  }

  private static boolean taken(Invited invited) throws Exception {
    return invited.mail().orElseThrow().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static MimeMessage onlyMail() {
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
    return SERVER.getReceivedMessages()[0];
  }

  private static String text(MimeMessage mail) throws Exception {
    return ((String) mail.getContent()).replace("\r\n", "\n");
  }
}
