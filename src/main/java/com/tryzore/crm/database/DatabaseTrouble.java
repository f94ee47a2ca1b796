package com.tryzore.crm.database;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence what a database answered and what to do about it. */
final class DatabaseTrouble {

  private DatabaseTrouble() {}

  /**
   * @param e what the driver reported
   * @param address the database that was asked
   * @param login who asked
   */
  static StartupFailure whileStarting(SQLException e, DatabaseAddress address, String login) {
    return new StartupFailure(sentence(e, address, login), e);
  }

  private static String sentence(SQLException e, DatabaseAddress address, String login) {
    @Nullable String state = e.getSQLState();
    return switch (state == null ? "" : state) {
      case "08001", "08003", "08004", "08006", "08P01" ->
          "The database %s cannot be reached (%s); check that it runs and that its URL is right."
              .formatted(address, reason(e));
      case "28000", "28P01" ->
          "The database %s does not let %s in (%s); check the login, its password and pg_hba.conf."
              .formatted(address, login, reason(e));
      case "3D000" ->
          "The database %s does not exist and %s may not make it (%s)."
              .formatted(address, login, reason(e));
      case "42501" ->
          "The login %s may not prepare the database %s (%s); it needs CREATEROLE and must own the database, or be a superuser."
              .formatted(login, address, reason(e));
      case "53300" ->
          "The database %s has no connection left for %s (%s)."
              .formatted(address, login, reason(e));
      case "57P03" ->
          "The database %s is starting or stopping (%s); try again in a moment."
              .formatted(address, reason(e));
      default ->
          "The database %s refused a step of the preparation by %s (%s)."
              .formatted(address, login, reason(e));
    };
  }

  /** The first sentence of the server's or driver's words, without its full stop. */
  private static String reason(SQLException e) {
    if (e.getCause() instanceof UnknownHostException unknown) {
      return "there is no host " + unknown.getMessage();
    }
    if (e.getCause() instanceof SocketTimeoutException) {
      return "no answer in time";
    }
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    int end = line.indexOf(". ");
    String sentence = end < 0 ? line : line.substring(0, end);
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
