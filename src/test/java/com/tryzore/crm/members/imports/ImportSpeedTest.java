package com.tryzore.crm.members.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.bench.ImportThroughput;
import com.tryzore.crm.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Large imports take the time that people are told; {@code -Dzore.import.rows} makes them larger.
 */
@SpringBootTest
class ImportSpeedTest {
  private static final Logger log = LoggerFactory.getLogger(ImportSpeedTest.class);
  private static final int ROWS = Integer.getInteger("zore.import.rows", 20_000);

  @Autowired private MemberImports imports;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  @Test
  void a_large_list_is_imported_at_1700_members_a_second_and_taken_back_at_800() throws Exception {
    TestGym gym = TestGym.open(TestDatabase.shared(), "Throughput");
    TestGym.Person admin = gym.person("Adam Admin", Tier.ADMIN);
    ImportThroughput bench =
        new ImportThroughput(imports, bindings, gate.open(admin.id(), gym.slug(), Instant.now()));

    ImportThroughput.Figures figures = bench.run(ROWS);
    Duration undo = bench.undo(figures.id());

    log.warn(
        "{} members: upload {} ms, import {} ms ({} a second), undo {} ms, heap at most {} MB",
        ROWS,
        figures.upload().toMillis(),
        figures.run().toMillis(),
        Math.round(figures.rowsPerSecond()),
        undo.toMillis(),
        Runtime.getRuntime().maxMemory() >> 20);
    assertThat(figures.run()).isLessThan(Duration.ofMillis(ROWS * 6L / 10));
    assertThat(undo).isLessThan(Duration.ofMillis(ROWS * 12L / 10));
  }
}
