package com.tryzore.crm.members.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * New member numbers for rows that bring none. They are taken in a transaction of their own: the
 * gym's counter is not held for as long as an import runs, and a cancelled import leaves a gap.
 */
final class ImportNumbers {
  private final JdbcClient sql;
  private final TransactionTemplate apart;
  private final ImportSource source;
  private final ImportMapping mapping;
  private @Nullable Set<String> inFile;

  /** Takes numbers in the transactions given, which must be new ones. */
  ImportNumbers(
      JdbcClient sql, TransactionTemplate apart, ImportSource source, ImportMapping mapping) {
    this.sql = sql;
    this.apart = apart;
    this.source = source;
    this.mapping = mapping;
  }

  /** So many numbers that neither a member of the gym nor a row of the file has. */
  List<String> next(int count) {
    List<String> numbers = new ArrayList<>(count);
    while (numbers.size() < count) {
      int missing = count - numbers.size();
      List<String> reserved =
          Objects.requireNonNull(
              apart.execute(
                  status ->
                      sql.sql("select members.reserve_member_numbers(?)")
                          .param(missing)
                          .query(String.class)
                          .list()));
      reserved.stream().filter(number -> !inFile().contains(number)).forEach(numbers::add);
    }
    return numbers;
  }

  private Set<String> inFile() {
    Set<String> known = inFile;
    if (known == null) {
      known = MemberListReader.cells(source, mapping, ImportField.MEMBER_NUMBER);
      inFile = known;
    }
    return known;
  }
}
