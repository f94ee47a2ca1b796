package com.tryzore.crm.members.imports;

import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.imports.ImportReport.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of an import.
 *
 * @param number counted from the header, which is 1
 * @param client the member it made, changed, or was left out for
 * @param reasonKeys message keys of what is to be said about it
 * @param memberNumber as the member got it, or as the row has it
 * @param name as the row has it
 */
public record ImportedRow(
    int number,
    Outcome outcome,
    Optional<ClientId> client,
    List<String> reasonKeys,
    @Nullable String memberNumber,
    @Nullable String name) {

  static ImportedRow of(ResultSet row) throws SQLException {
    return new ImportedRow(
        row.getInt("row_number"),
        Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getObject("client_id", UUID.class)).map(ClientId::new),
        List.of((String[]) row.getArray("problems").getArray()),
        row.getString("member_number"),
        row.getString("label"));
  }
}
