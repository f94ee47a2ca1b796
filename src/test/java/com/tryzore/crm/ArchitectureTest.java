package com.tryzore.crm;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.modulith.core.ApplicationModules;

/** The walls of the house. */
@AnalyzeClasses(packages = "com.tryzore.crm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "com.tryzore.crm";

  @ArchTest
  static final ArchRule only_screens_know_vaadin =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".ui..", ROOT + ".shell..", ROOT + ".*.ui..")
          .and()
          .doNotBelongToAnyOf(Application.class)
          .should()
          .dependOnClassesThat(resideInAnyPackage("com.vaadin.."));

  @ArchTest
  static final ArchRule only_access_and_database_see_a_data_source =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".access..", ROOT + ".database..")
          .should()
          .dependOnClassesThat(
              describe("are data sources", type -> type.isAssignableTo(DataSource.class)));

  @ArchTest
  static final ArchRule only_access_and_database_open_connections =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".access..", ROOT + ".database..")
          .should()
          .dependOnClassesThat(
              describe(
                  "open connections",
                  type ->
                      type.isAssignableTo(DriverManager.class)
                          || type.isAssignableTo(Driver.class)
                          || type.isAssignableTo(DataSourceUtils.class)));

  /** Reads rows past Row Level Security on servers before 18.7 (CVE-2026-120154). */
  static final Pattern UPDATE_ON_CONFLICT =
      Pattern.compile("(?is)\\bon\\s+conflict\\b[^;]{0,300}?\\bdo\\s+update\\b");

  @Test
  void no_statement_updates_on_conflict() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    int files = 0;
    for (Path folder : List.of(Path.of("src/main"), Path.of("db-migrations"))) {
      try (var paths = Files.walk(folder)) {
        for (Path path :
            paths.filter(each -> each.toString().matches(".*\\.(java|sql)")).toList()) {
          files++;
          if (sqlIsIn(Files.readString(path))) {
            found.add(path.toString());
          }
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(files).isGreaterThan(100);
  }

  /** Whether a text updates on conflict, apart from what its comments say. */
  static boolean sqlIsIn(String text) {
    String bare = text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(--|//).*$", "");
    return UPDATE_ON_CONFLICT.matcher(bare).find();
  }

  @ArchTest
  static final ArchRule nobody_upserts =
      noClasses()
          .should()
          .callMethodWhere(
              describe("the method is an upsert", call -> call.getName().startsWith("upsert")));

  @ArchTest
  static final ArchRule views_are_nobodys_business_but_their_features =
      classes()
          .that()
          .resideInAPackage(ROOT + ".*.ui..")
          .and()
          .areTopLevelClasses()
          .and()
          .haveSimpleNameEndingWith("View")
          .should()
          .bePackagePrivate()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper|Helpers|Impl)(\\$.*)?");

  @ArchTest
  static void every_package_is_null_marked(JavaClasses classes) {
    TreeSet<String> unmarked = new TreeSet<>();
    for (JavaClass type : classes) {
      boolean marked = type.getPackage().tryGetAnnotationOfType(NullMarked.class).isPresent();
      if (!marked) {
        unmarked.add(type.getPackageName());
      }
    }
    assertThat(unmarked).isEmpty();
  }

  @ArchTest
  static final ArchRule files_are_rooms_not_halls =
      classes().that().areTopLevelClasses().should(haveNoMoreLinesThan(300));

  private static ArchCondition<JavaClass> haveNoMoreLinesThan(int most) {
    return new ArchCondition<>("have at most " + most + " lines") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Path file = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
        if (Files.exists(file)) {
          try (var lines = Files.lines(file)) {
            long count = lines.count();
            events.add(
                new SimpleConditionEvent(
                    type, count <= most, type.getName() + " has " + count + " lines"));
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        }
      }
    };
  }

  /** From the top of the house to its ground: a room knows those after it, never those before. */
  private static final List<String> ROOMS =
      List.of(
          "demo",
          "shell",
          "frontdesk",
          "notifications",
          "schedule",
          "memberships",
          "members",
          "audit",
          "tags",
          "organizations",
          "access",
          "database",
          "ui");

  @ArchTest
  static void arrows_run_downwards_only(JavaClasses classes) {
    TreeSet<String> upwards = new TreeSet<>();
    for (JavaClass type : classes) {
      int from = ROOMS.indexOf(room(type));
      assertThat(from >= 0 || room(type).isEmpty()).as("a known room: " + type).isTrue();
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        int to = ROOMS.indexOf(room(dependency.getTargetClass()));
        if (from >= 0 && to >= 0 && to < from) {
          upwards.add(type.getName() + " -> " + dependency.getTargetClass().getName());
        }
      }
    }
    assertThat(upwards).isEmpty();
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.", 2)[0] : "";
  }

  @Test
  void the_modules_keep_their_walls() {
    ApplicationModules.of(Application.class).verify();
  }
}
