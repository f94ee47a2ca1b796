package com.tryzore.crm.members.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LargeListTest {
  private static final int ROWS = 100_000;
  private static final long MEGABYTE = 1024 * 1024;

  @Test
  void a_hundred_thousand_members_stream_through_a_small_heap() {
    long before = usedAfterCollection();
    Generated list = new Generated();
    long[] most = new long[1];
    ImportProgress watching =
        (rows, bytes, total) -> {
          if (rows % 20_000 == 0) {
            most[0] = Math.max(most[0], usedAfterCollection() - before);
          }
          return true;
        };

    Inspection.Understood look =
        (Inspection.Understood) MemberListReader.inspect(list, ListFiles.US, watching);
    long inspecting = most[0];
    DryRun dryRun =
        ((DryRunResult.Done)
                MemberListReader.dryRun(
                    list, look.suggestion(), ListFiles.US, ExistingMembers.NONE, watching))
            .dryRun();

    assertThat(look.rows()).isEqualTo(ROWS);
    assertThat(dryRun.rows()).isEqualTo(ROWS);
    assertThat(dryRun.accepted()).isEqualTo(ROWS - ROWS / 1_000);
    assertThat(dryRun.problems()).containsOnlyKeys(RowProblem.EMAIL_NOT_AN_ADDRESS);
    assertThat(dryRun.duplicates()).isEmpty();
    assertThat(inspecting).isLessThan(40 * MEGABYTE);
    assertThat(most[0]).isLessThan(160 * MEGABYTE);
  }

  private static long usedAfterCollection() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Rows made while they are read; every thousandth has no e-mail address but a word. */
  private static final class Generated implements ImportSource {
    private static final String HEADER =
        "Member ID,First Name,Last Name,Email,Mobile Phone,Date of Birth,Join Date,Status,"
            + "Membership,Expiry Date,Tags\r\n";

    private static byte[] row(int i) {
      String email = i % 1_000 == 999 ? "none" : "member%d@example.com".formatted(i);
      return "G%06d,First%d,Last%d,%s,+1 212 %03d %04d,19%02d-%02d-%02d,2026-01-05,Active,Unlimited,2027-01-05,yoga|spin\r\n"
          .formatted(
              i, i % 977, i, email, 200 + i % 700, i % 10_000, 40 + i % 60, 1 + i % 12, 1 + i % 28)
          .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public InputStream open() {
      return new InputStream() {
        private byte[] current = HEADER.getBytes(StandardCharsets.UTF_8);
        private int at;
        private int next;

        @Override
        public int read() {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] target, int offset, int length) {
          if (at == current.length) {
            if (next == ROWS) {
              return -1;
            }
            current = row(next++);
            at = 0;
          }
          int given = Math.min(length, current.length - at);
          System.arraycopy(current, at, target, offset, given);
          at += given;
          return given;
        }
      };
    }

    @Override
    public long size() {
      return ROWS * 130L;
    }
  }
}
