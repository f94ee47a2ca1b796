package com.tryzore.crm.members;

import com.tryzore.crm.access.Binding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statements of the roster as it sends them, for those who measure them. */
public final class RosterSql {
  private final MemberSearch search;

  public RosterSql(MemberSearch search) {
    this.search = search;
  }

  /**
   * A statement.
   *
   * @param text with named parameters
   * @param parameters by name
   */
  public record Statement(String text, Map<String, Object> parameters) {}

  /** The ways to the first page, to be tried in turn; needs a bound transaction. */
  public List<Statement> firstPage(RosterFilter filter, RosterOrder order, Binding binding) {
    RosterStatement statement = statement(filter, binding);
    Map<String, Object> parameters = new HashMap<>(statement.parameters());
    parameters.put("offset", 0);
    parameters.put("limit", MemberRoster.PAGE);
    return statement.page(order).stream().map(text -> new Statement(text, parameters)).toList();
  }

  /** The count; needs a bound transaction. */
  public Statement count(RosterFilter filter, Binding binding) {
    RosterStatement statement = statement(filter, binding);
    return new Statement(statement.count(), statement.parameters());
  }

  private RosterStatement statement(RosterFilter filter, Binding binding) {
    return new RosterStatement(filter, search.words(filter.typed()), binding);
  }
}
