package com.tryzore.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tryzore.crm.access.ui.OpenView;
import com.vaadin.flow.component.html.Span;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of {@link ArchitectureTest} see what they are there for: each meets its trespasser. */
class ArchitectureRulesTest {

  static class Shows {
    final Span words = new Span();
  }

  record Pools(DataSource source) {}

  static class Connects {
    Connection connect() throws SQLException {
      return DriverManager.getConnection("jdbc:postgresql:zore");
    }
  }

  interface Rows {
    void upsertAll();
  }

  record Upserts(Rows rows) {
    void work() {
      rows.upsertAll();
    }
  }

  static class DeskManager {}

  @Test
  void each_rule_meets_its_trespasser_and_lets_others_pass() {
    meets(ArchitectureTest.only_screens_know_vaadin, Shows.class);
    meets(ArchitectureTest.only_access_and_database_see_a_data_source, Pools.class);
    meets(ArchitectureTest.only_access_and_database_open_connections, Connects.class);
    meets(ArchitectureTest.nobody_upserts, Upserts.class);
    meets(ArchitectureTest.names_say_what_a_thing_is, DeskManager.class);
    meets(ArchitectureTest.views_are_nobodys_business_but_their_features, OpenView.class);
  }

  @Test
  void the_search_for_updates_on_conflict_finds_them() {
    assertThat(ArchitectureTest.UPDATE_ON_CONFLICT)
        .satisfies(
            pattern -> {
              assertThat(pattern.matcher("on conflict (id) do update set a = 1").find()).isTrue();
              assertThat(pattern.matcher("ON CONFLICT ON CONSTRAINT k\n   DO\n UPDATE").find())
                  .isTrue();
              assertThat(pattern.matcher("on conflict (a) where b = 'x'\n do update").find())
                  .isTrue();
              assertThat(pattern.matcher("on conflict do nothing; update a").find()).isFalse();
            });
    assertThat(ArchitectureTest.sqlIsIn("on conflict do update set a = 1")).isTrue();
    assertThat(ArchitectureTest.sqlIsIn("/** No {@code on conflict do update} here. */")).isFalse();
    assertThat(ArchitectureTest.sqlIsIn("-- no on conflict do update here")).isFalse();
  }

  @Test
  void arrows_that_run_upwards_and_packages_without_null_marks_are_seen() {
    JavaClasses upwards =
        new ClassFileImporter().importClasses(com.tryzore.crm.access.Upwards.class);
    assertThatThrownBy(() -> ArchitectureTest.arrows_run_downwards_only(upwards))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Upwards");
    JavaClasses unmarked = new ClassFileImporter().importClasses(String.class);
    assertThatThrownBy(() -> ArchitectureTest.every_package_is_null_marked(unmarked))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("java.lang");
    assertThat(ApplicationModules.of(Application.class).stream().count()).isGreaterThan(5);
  }

  private static void meets(ArchRule rule, Class<?> trespasser) {
    ArchRule any = rule.allowEmptyShould(true);
    assertThat(any.evaluate(new ClassFileImporter().importClasses(trespasser)).hasViolation())
        .as(rule.getDescription())
        .isTrue();
    assertThat(any.evaluate(new ClassFileImporter().importClasses(Quiet.class)).hasViolation())
        .as(rule.getDescription())
        .isFalse();
  }

  record Quiet(String words) {}
}
