package com.tryzore.crm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabasePropertiesTest {

  private static final String URL = "postgresql://db/gym";

  @TempDir Path folder;

  @Test
  void without_a_url_the_database_is_embedded() {
    assertThat(properties("", "", "", null).isEmbedded()).isTrue();
    assertThat(properties(URL, "", "", null).isEmbedded()).isFalse();
  }

  @Test
  void the_migrators_password_may_stand_in_a_file() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "of the migrator\n");
    ExternalServer server = properties(URL, "anna", "", file).externalServer();
    assertThat(server.privilegedUser()).isEqualTo("anna");
    assertThat(server.privilegedPassword()).isEqualTo("of the migrator");
    assertThat(server.toString()).doesNotContain("of the migrator");
  }

  @Test
  void the_environment_wins_over_the_url() {
    ExternalServer server =
        properties("postgresql://bert:b@db/gym", "anna", "a", null).externalServer();
    assertThat(server.privilegedUser()).isEqualTo("anna");
    assertThat(server.privilegedPassword()).isEqualTo("a");
  }

  @Test
  void nobody_named_is_told_what_to_set() {
    assertThatThrownBy(() -> properties(URL, "", "", null).externalServer())
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("ZORE_MIGRATOR_USER");
  }

  @Test
  void a_missing_secret_file_is_named() {
    Path missing = folder.resolve("nowhere");
    assertThatThrownBy(() -> properties(URL, "anna", "", missing).externalServer())
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void nodes_that_know_the_same_secret_agree_on_every_password() {
    Passwords one = Passwords.derived("shared");
    Passwords two = Passwords.derived("shared");
    Passwords stranger = Passwords.derived("other");
    for (Login login : Login.values()) {
      assertThat(one.of(login)).isEqualTo(two.of(login)).hasSize(43);
      assertThat(one.of(login)).isNotEqualTo(stranger.of(login));
    }
    assertThat(one.of(Login.STAFF)).isNotEqualTo(one.of(Login.OWNER));
  }

  @Test
  void without_a_secret_one_is_made_and_kept() {
    DataFolder data = new DataFolder(folder);
    String first = properties(URL, "a", "b", null).passwords(data).of(Login.GATE);
    String second = properties(URL, "a", "b", null).passwords(data).of(Login.GATE);
    assertThat(first).isEqualTo(second);
    assertThat(folder.resolve("secrets/login-secret")).exists();
  }

  private static DatabaseProperties properties(
      String url, String user, String password, @Nullable Path passwordFile) {
    return new DatabaseProperties(url, user, password, passwordFile, null, null, 1);
  }
}
