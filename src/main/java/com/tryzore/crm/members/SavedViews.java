package com.tryzore.crm.members;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The saved views of the roster: one's own, and those that colleagues share. */
@Service
@Transactional
public class SavedViews {
  private static final String SCREEN = "members";

  private final JdbcClient sql;
  private final Bindings bindings;

  SavedViews(JdbcClient sql, Bindings bindings) {
    this.sql = sql;
    this.bindings = bindings;
  }

  /** One's own first, then the shared ones, by name. */
  @Transactional(readOnly = true)
  public List<SavedView> all() {
    Binding binding = bindings.required();
    return sql.sql(
            """
            select id, name, query, is_shared, user_id = :user as own
              from saved_views
             where organization_id = :organization
               and screen = :screen
             order by user_id = :user desc, lower(name), id
            """)
        .param("organization", binding.organization().value())
        .param("user", binding.user().value())
        .param("screen", SCREEN)
        .query(
            (row, number) ->
                new SavedView(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getString("query"),
                    row.getBoolean("is_shared"),
                    row.getBoolean("own")))
        .list();
  }

  /**
   * Saves a view of one's own; one that has the name already is replaced.
   *
   * @param name not blank, at most {@link SavedView#LONGEST_NAME} characters
   * @param query at most {@link SavedView#LONGEST_QUERY} characters
   * @throws IllegalArgumentException when one of them does not fit
   */
  public void save(String name, String query, boolean shared) {
    String tidied = name.strip();
    if (tidied.isEmpty()
        || tidied.codePointCount(0, tidied.length()) > SavedView.LONGEST_NAME
        || query.length() > SavedView.LONGEST_QUERY) {
      throw new IllegalArgumentException("The name or the query of the view does not fit");
    }
    Binding binding = bindings.required();
    int replaced =
        sql.sql(
                """
                update saved_views
                   set query = ?,
                       is_shared = ?
                 where organization_id = ?
                   and user_id = ?
                   and screen = ?
                   and name = ?
                """)
            .params(
                query,
                shared,
                binding.organization().value(),
                binding.user().value(),
                SCREEN,
                tidied)
            .update();
    if (replaced == 0) {
      sql.sql(
              """
              insert into saved_views (organization_id, user_id, screen, name, query, is_shared)
              values (?, ?, ?, ?, ?, ?)
              """)
          .params(
              binding.organization().value(), binding.user().value(), SCREEN, tidied, query, shared)
          .update();
    }
  }

  /** Removes a view of one's own; one that is gone, or somebody else's, stays as it is. */
  public void remove(UUID id) {
    Binding binding = bindings.required();
    sql.sql(
            """
            delete from saved_views
             where organization_id = ?
               and id = ?
               and user_id = ?
            """)
        .params(binding.organization().value(), id, binding.user().value())
        .update();
  }
}
