package com.tryzore.crm.schedule.ical;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.schedule.ical.TimetableReading.Read;
import com.tryzore.crm.schedule.ical.TimetableReading.Reason;
import com.tryzore.crm.schedule.ical.TimetableReading.Refused;
import com.tryzore.crm.ui.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that mean harm, or were harmed: a clear answer, soon. */
@Timeout(20)
class HostileFilesTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final String GOOD =
      "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261005T180000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n";

  @Test
  void what_is_no_calendar_is_refused_by_its_beginning() throws IOException {
    assertThat(read("")).isEqualTo(new Refused(Reason.EMPTY, 0));
    assertThat(read(" \r\n\r\n")).isEqualTo(new Refused(Reason.EMPTY, 0));
    assertThat(read("name;number\nJo;12\n")).isEqualTo(new Refused(Reason.NOT_ICALENDAR, 1));
    assertThat(read("<html>BEGIN:VCALENDAR</html>"))
        .isEqualTo(new Refused(Reason.NOT_ICALENDAR, 1));
    assertThat(read(GOOD)).isEqualTo(new Refused(Reason.NOT_ICALENDAR, 1));
    assertThat(read(calendar(GOOD).getBytes(UTF_16)))
        .isEqualTo(new Refused(Reason.NOT_ICALENDAR, 0));
    byte[] picture = new byte[5000];
    new Random(1).nextBytes(picture);
    assertThat(read(picture)).isInstanceOf(Refused.class);
  }

  @Test
  void two_hundred_megabytes_are_refused_after_the_first_five() throws IOException {
    AtomicLong taken = new AtomicLong();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return taken.incrementAndGet() > 200_000_000 ? -1 : 'A';
          }

          @Override
          public int read(byte[] into, int from, int length) {
            Arrays.fill(into, from, from + length, (byte) 'A');
            taken.addAndGet(length);
            return length;
          }
        };
    assertThat(TimetableReader.read(endless, NEW_YORK)).isEqualTo(new Refused(Reason.TOO_LARGE, 0));
    assertThat(taken.get()).isLessThan(TimetableReader.MOST_BYTES + 10_000L);
  }

  @Test
  void a_file_that_ends_in_the_middle_is_refused_wherever_it_ends() throws IOException {
    String whole = calendar(GOOD + GOOD.replace("UID:1", "UID:2"));
    int end = whole.lastIndexOf("END:VCALENDAR");
    for (int length = "BEGIN:VCALENDAR\r\n".length(); length < end; length++) {
      assertThat(read(whole.substring(0, length)))
          .as(whole.substring(0, length))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.reason()).isIn(Reason.BROKEN_OFF, Reason.DAMAGED));
    }
  }

  @Test
  void ends_without_beginnings_depth_and_crowds_are_refused_with_the_line() throws IOException {
    assertThat(read("BEGIN:VCALENDAR\r\nEND:VEVENT\r\n")).isEqualTo(new Refused(Reason.DAMAGED, 2));
    assertThat(read(calendar("BEGIN:VEVENT\r\n".repeat(100_000))))
        .isEqualTo(new Refused(Reason.NESTED_TOO_DEEP, 12));
    assertThat(read(calendar(GOOD.repeat(TimetableReader.MOST_EVENTS + 1))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_EVENTS));
    assertThat(read(calendar("SUMMARY:Jos\u00e9\r\n" + GOOD).getBytes(ISO_8859_1)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void a_line_of_megabytes_costs_its_event_at_most() throws IOException {
    String summary = GOOD.replace("UID:1", "UID:1\r\nSUMMARY:" + "A".repeat(4_000_000));
    Read read = (Read) read(calendar(summary));
    assertThat(read.drafts().get(0).facts().title()).hasSize(200);
    String folded = GOOD.replace("UID:1", "UID:1\r\nSUMMARY:" + "A\r\n ".repeat(1_000_000));
    assertThat(((Read) read(calendar(folded))).drafts()).hasSize(1);
    String dates = GOOD.replace("UID:1", "UID:1\r\nRDATE:" + "20261006T180000,".repeat(250_000));
    assertThat(((Read) read(calendar(dates))).problems())
        .extracting(ComponentProblem::reason)
        .containsExactly(ComponentProblem.Reason.UNREADABLE_LINE);
    String lines =
        GOOD.replace("UID:1", "UID:1\r\n" + "EXDATE:20261006T180000\r\n".repeat(100_000));
    assertThat(((Read) read(calendar(lines))).problems())
        .extracting(ComponentProblem::reason)
        .containsExactly(ComponentProblem.Reason.UNREADABLE_LINE);
  }

  @Test
  void rules_without_an_end_are_read_without_being_made() throws IOException {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      events.append(
          GOOD.replace("UID:1", "UID:" + i + "\r\nRRULE:FREQ=DAILY\r\nEXDATE:21991231T180000"));
    }
    Read read = (Read) read(calendar(events.toString()));
    assertThat(read.drafts()).hasSize(1000);
  }

  @Test
  void a_hundred_thousand_exceptions_and_changes_are_read_soon() throws IOException {
    StringBuilder events = new StringBuilder();
    String dates = "20261006T180000,20261007T180000,20261008T170000,".repeat(300);
    for (int i = 0; i < 100; i++) {
      events.append(
          GOOD.replace(
              "UID:1",
              "UID:"
                  + i
                  + "\r\nRRULE:FREQ=DAILY;COUNT=1000\r\nEXDATE:"
                  + dates
                  + "20261009T180000"));
      events.append(GOOD.replace("UID:1", "UID:" + i + "\r\nRECURRENCE-ID:20281006T180000"));
    }
    Read read = (Read) read(calendar(events.toString()));
    assertThat(read.drafts()).hasSize(100);
    assertThat(((TimetableDraft.Repeating) read.drafts().get(0).when()).times().exceptions())
        .hasSize(3);
  }

  @Test
  void control_characters_and_marks_that_turn_writing_round_are_left_out() throws IOException {
    String event = GOOD.replace("UID:1", "UID:1\r\nSUMMARY:Sp\u0007in\u202e 45\u0000\\nnow");
    assertThat(((Read) read(calendar(event))).drafts().get(0).facts().title())
        .isEqualTo("Spin 45 now");
  }

  @Property(tries = 300)
  void a_file_damaged_at_random_is_read_or_refused_and_never_more(@ForAll Random random)
      throws IOException {
    byte[] file;
    try (InputStream given =
        HostileFilesTest.class.getResourceAsStream("timetable-riverside.ics")) {
      assertThat(given).isNotNull();
      file = given.readAllBytes();
    }
    int wounds = 1 + random.nextInt(20);
    for (int i = 0; i < wounds; i++) {
      int at = random.nextInt(file.length);
      switch (random.nextInt(3)) {
        case 0 -> file[at] = (byte) random.nextInt(128);
        case 1 -> file[at] = (byte) "\r\n:;=,\"\\Z9-".charAt(random.nextInt(11));
        default -> {
          int from = random.nextInt(file.length);
          int length = Math.min(60, file.length - Math.max(at, from));
          System.arraycopy(file, from, file, at, length);
        }
      }
    }
    assertThat(read(file)).isNotNull();
  }

  @Test
  void every_refusal_and_problem_has_a_sentence() {
    for (Locale language : Texts.LANGUAGES) {
      for (Reason reason : Reason.values()) {
        assertThat(Texts.in(language).has("schedule.ical.file." + reason.word())).isTrue();
      }
      for (ComponentProblem.Reason reason : ComponentProblem.Reason.values()) {
        assertThat(Texts.in(language).has("schedule.ical.problem." + reason.word())).isTrue();
      }
    }
  }

  private static String calendar(String components) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + components + "END:VCALENDAR\r\n";
  }

  private static TimetableReading read(String file) throws IOException {
    return read(file.getBytes(UTF_8));
  }

  private static TimetableReading read(byte[] file) throws IOException {
    return TimetableReader.read(new ByteArrayInputStream(file), NEW_YORK);
  }
}
