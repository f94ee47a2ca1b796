package com.tryzore.crm.tags;

import com.tryzore.crm.access.Bindings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tags of the bound organization, and what they are on. Putting on and taking off can be
 * repeated and done by several at once: the outcome is the same. Trainers read; staff and above
 * also write.
 */
@Service
@Transactional
public class Tags {
  private final JdbcClient sql;
  private final Bindings bindings;
  private final ApplicationEventPublisher events;

  Tags(JdbcClient sql, Bindings bindings, ApplicationEventPublisher events) {
    this.sql = sql;
    this.bindings = bindings;
    this.events = events;
  }

  /** Every tag in use, by type and then by name. */
  @Transactional(readOnly = true)
  public List<Tag> all() {
    return sql.sql(
            """
            select id, type, name, colour, icon
              from tags
             where organization_id = ?
               and archived_at is null
             order by type, lower(name)
            """)
        .param(here())
        .query((row, number) -> tag(row))
        .list();
  }

  /** One tag, archived or not; empty when there is none here. */
  @Transactional(readOnly = true)
  public Optional<Tag> find(TagId id) {
    return sql.sql(
            """
            select id, type, name, colour, icon
              from tags
             where organization_id = ?
               and id = ?
            """)
        .params(here(), id.value())
        .query((row, number) -> tag(row))
        .optional();
  }

  /**
   * The tag of that type and name, whatever its case; made when it is new, brought back when it was
   * archived. Two who ask at once get the same tag.
   *
   * @param name as typed; tidied before it is looked for
   * @throws IllegalArgumentException when the name is empty or too long, see {@link TagName}
   */
  public Tag findOrCreate(TagType type, String name) {
    String tidied = TagName.tidy(name);
    if (!TagName.fits(tidied)) {
      throw new IllegalArgumentException(
          "A tag's name has 1 to " + TagName.LONGEST + " characters");
    }
    int made =
        sql.sql(
                """
                insert into tags (organization_id, type, name, colour)
                values (?, ?, ?, ?)
                    on conflict do nothing
                """)
            .params(here(), type.word(), tidied, TagColour.suggestedFor(tidied).word())
            .update();
    int broughtBack =
        made > 0
            ? 0
            : sql.sql(
                    """
                    update tags
                       set archived_at = null
                     where organization_id = ?
                       and type = ?
                       and lower(name) = lower(?)
                       and archived_at is not null
                    """)
                .params(here(), type.word(), tidied)
                .update();
    if (made + broughtBack > 0) {
      events.publishEvent(new TagsChanged(bindings.required().organization()));
    }
    return sql.sql(
            """
            select id, type, name, colour, icon
              from tags
             where organization_id = ?
               and type = ?
               and lower(name) = lower(?)
            """)
        .params(here(), type.word(), tidied)
        .query((row, number) -> tag(row))
        .single();
  }

  /**
   * Puts a tag on subjects; on those that have it already nothing changes.
   *
   * @return how many got it now
   * @throws NoSuchSubjectException when one of them, or the tag, is not here; then none gets it
   */
  public int put(TagId tag, SubjectType type, Collection<UUID> subjects) {
    Set<UUID> inOneOrder = new TreeSet<>(subjects);
    try {
      // One order for everybody: two who tag the same people at once wait for each other, no more.
      List<UUID> tagged =
          sql.sql(
                  """
                  insert into taggables (organization_id, tag_id, subject_type, subject_id, tagged_by)
                  select ?, ?, ?, s.id, access.user_id()
                    from unnest(?::uuid[]) with ordinality as s (id, place)
                   order by s.place
                      on conflict do nothing
                  returning subject_id
                  """)
              .params(here(), tag.value(), type.word(), inOneOrder.toArray(UUID[]::new))
              .query(UUID.class)
              .list();
      tell(type, tagged);
      return tagged.size();
    } catch (DataIntegrityViolationException unknown) {
      throw new NoSuchSubjectException(unknown);
    }
  }

  /**
   * Takes a tag off subjects; those that do not have it, or are not here, stay as they are.
   *
   * @return how many lost it now
   */
  public int take(TagId tag, SubjectType type, Collection<UUID> subjects) {
    List<UUID> bare =
        sql.sql(
                """
                delete from taggables
                 where organization_id = ?
                   and tag_id = ?
                   and subject_type = ?
                   and subject_id = any (?::uuid[])
                returning subject_id
                """)
            .params(here(), tag.value(), type.word(), subjects.toArray(UUID[]::new))
            .query(UUID.class)
            .list();
    tell(type, bare);
    return bare.size();
  }

  /**
   * The tags of each of these subjects, by type and name; a subject without tags is not in the map.
   * Archived tags still show where they are.
   */
  @Transactional(readOnly = true)
  public Map<UUID, List<Tag>> of(SubjectType type, Collection<UUID> subjects) {
    Map<UUID, List<Tag>> tags = new HashMap<>();
    sql.sql(
            """
            select s.subject_id,
                   t.id,
                   t.type,
                   t.name,
                   t.colour,
                   t.icon
              from taggables s
              join tags t
                on t.organization_id = s.organization_id
               and t.id = s.tag_id
             where s.organization_id = ?
               and s.subject_type = ?
               and s.subject_id = any (?::uuid[])
             order by t.type, lower(t.name)
            """)
        .params(here(), type.word(), subjects.toArray(UUID[]::new))
        .query(
            row -> {
              tags.computeIfAbsent(
                      row.getObject("subject_id", UUID.class), unseen -> new ArrayList<>())
                  .add(tag(row));
            });
    return tags;
  }

  private void tell(SubjectType type, List<UUID> changed) {
    if (!changed.isEmpty()) {
      events.publishEvent(
          new SubjectsTagged(bindings.required().organization(), type, Set.copyOf(changed)));
    }
  }

  private UUID here() {
    return bindings.required().organization().value();
  }

  static Tag tag(ResultSet row) throws SQLException {
    return new Tag(
        new TagId(row.getObject("id", UUID.class)),
        TagType.of(row.getString("type")),
        row.getString("name"),
        TagColour.of(row.getString("colour")),
        row.getString("icon"));
  }
}
