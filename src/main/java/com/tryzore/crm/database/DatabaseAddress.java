package com.tryzore.crm.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is.
 *
 * @param hosts host and port, several separated by commas, as in a JDBC URL
 * @param database its name
 * @param parameters further connection parameters, {@code name=value} each, still encoded
 */
record DatabaseAddress(String hosts, String database, List<String> parameters) {

  private static final Pattern URL =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://"
              + "(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?"
              + "(?<hosts>[^/?@]+)/(?<database>[^/?]+)(?:\\?(?<query>.*))?");

  DatabaseAddress {
    parameters = List.copyOf(parameters);
  }

  /** An address with the credentials that stood in its URL, if any did. */
  record WithUser(DatabaseAddress address, @Nullable String user, @Nullable String password) {}

  /**
   * Reads a JDBC URL or a PostgreSQL URI.
   *
   * @throws StartupFailure when it is neither; the sentence does not repeat a password
   */
  static WithUser parse(String url) {
    Matcher matcher = URL.matcher(url.strip());
    if (!matcher.matches()) {
      throw new StartupFailure(
          "The database URL is not understood; write it as jdbc:postgresql://host:5432/database or"
              + " postgresql://host:5432/database.");
    }
    String user = decoded(matcher.group("user"));
    String password = decoded(matcher.group("password"));
    List<String> parameters = new ArrayList<>();
    String query = matcher.group("query");
    for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
      if (parameter.startsWith("user=")) {
        user = decoded(parameter.substring("user=".length()));
      } else if (parameter.startsWith("password=")) {
        password = decoded(parameter.substring("password=".length()));
      } else if (!parameter.isBlank()) {
        parameters.add(parameter);
      }
    }
    return new WithUser(
        new DatabaseAddress(
            matcher.group("hosts"), String.valueOf(decoded(matcher.group("database"))), parameters),
        user,
        password);
  }

  static DatabaseAddress onThisMachine(int port, String database) {
    return new DatabaseAddress("127.0.0.1:" + port, database, List.of());
  }

  DatabaseAddress withDatabase(String other) {
    return new DatabaseAddress(hosts, other, parameters);
  }

  /**
   * For the driver, without credentials. Rows added in batches go over the wire as one statement.
   */
  String jdbcUrl() {
    List<String> all = new ArrayList<>(parameters);
    addUnlessGiven(all, "ApplicationName", "tryzore-crm");
    addUnlessGiven(all, "reWriteBatchedInserts", "true");
    addUnlessGiven(all, "tcpKeepAlive", "true");
    return "jdbc:postgresql://" + hosts + "/" + database + "?" + String.join("&", all);
  }

  /** For a sentence. */
  @Override
  public String toString() {
    return database + " at " + hosts;
  }

  private static void addUnlessGiven(List<String> parameters, String name, String value) {
    if (parameters.stream().noneMatch(parameter -> parameter.startsWith(name + "="))) {
      parameters.add(name + "=" + value);
    }
  }

  private static @Nullable String decoded(@Nullable String text) {
    return text == null || text.isEmpty()
        ? null
        : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
