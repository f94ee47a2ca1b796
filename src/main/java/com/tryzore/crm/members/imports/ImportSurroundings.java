package com.tryzore.crm.members.imports;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.tags.Tags;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an import must know of the bound gym. For use within a transaction. */
@Component
class ImportSurroundings {
  private final JdbcClient sql;
  private final Bindings bindings;
  private final Tags tags;
  private final Members members;

  ImportSurroundings(JdbcClient sql, Bindings bindings, Tags tags, Members members) {
    this.sql = sql;
    this.bindings = bindings;
    this.tags = tags;
    this.members = members;
  }

  ImportContext context() {
    Binding binding = bindings.required();
    return ImportContext.of(LocalDate.now(binding.zone()), members.phoneRegion());
  }

  /** The gym's members, without those that this import makes. */
  ExistingMembers members(ImportId running) {
    return new GymMembers(sql, tags, bindings.required().organization().value(), running);
  }
}
