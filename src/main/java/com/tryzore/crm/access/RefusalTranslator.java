package com.tryzore.crm.access;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Tells the two refusals of the database apart: SQLSTATE 42501 with a message that begins {@code
 * zore:} means that the binding is gone, any other 42501 that there is no right. Everything else is
 * translated by its SQLSTATE.
 */
final class RefusalTranslator implements SQLExceptionTranslator {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";
  private static final String BINDING_GONE = "zore:";

  private final SQLExceptionTranslator others = new SQLStateSQLExceptionTranslator();

  @Override
  public @Nullable DataAccessException translate(
      String task, @Nullable String sql, SQLException error) {
    for (SQLException at = error; at != null; at = at.getNextException()) {
      if (INSUFFICIENT_PRIVILEGE.equals(at.getSQLState())) {
        String message = serverMessage(at);
        return message.startsWith(BINDING_GONE)
            ? new BindingLostException(message, error)
            : new NotAllowedException(message, error);
      }
    }
    return others.translate(task, sql, error);
  }

  private static String serverMessage(SQLException error) {
    if (error instanceof PSQLException refused) {
      ServerErrorMessage server = refused.getServerErrorMessage();
      if (server != null && server.getMessage() != null) {
        return server.getMessage();
      }
    }
    return String.valueOf(error.getMessage());
  }
}
