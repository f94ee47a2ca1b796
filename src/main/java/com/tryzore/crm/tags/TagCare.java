package com.tryzore.crm.tags;

import com.tryzore.crm.access.Bindings;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeping the tags in order: names, colours, icons, and putting away what is used no more. */
@Service
@Transactional
public class TagCare {
  private final JdbcClient sql;
  private final Bindings bindings;
  private final ApplicationEventPublisher events;

  TagCare(JdbcClient sql, Bindings bindings, ApplicationEventPublisher events) {
    this.sql = sql;
    this.bindings = bindings;
    this.events = events;
  }

  /** Every tag, archived ones last, with how many subjects of the type it is on. */
  @Transactional(readOnly = true)
  public List<TagUse> uses(SubjectType type) {
    return sql.sql(
            """
            select t.id,
                   t.type,
                   t.name,
                   t.colour,
                   t.icon,
                   t.version,
                   t.archived_at is not null as archived,
                   coalesce(s.subjects, 0) as subjects
              from tags t
              left join (select tag_id, count(*) as subjects
                           from taggables
                          where organization_id = ?
                            and subject_type = ?
                          group by tag_id) s
                on s.tag_id = t.id
             where t.organization_id = ?
             order by t.archived_at is not null, t.type, lower(t.name)
            """)
        .params(here(), type.word(), here())
        .query(
            (row, number) ->
                new TagUse(
                    Tags.tag(row),
                    row.getLong("version"),
                    row.getLong("subjects"),
                    row.getBoolean("archived")))
        .list();
  }

  /**
   * Makes a tag that is not there yet.
   *
   * @throws TagNameTakenException when a tag of the type, archived ones included, has that name
   * @throws IllegalArgumentException when the name is empty or too long
   */
  public void create(TagType type, String name, TagColour colour, String icon) {
    String tidied = checked(name);
    try {
      sql.sql(
              """
              insert into tags (organization_id, type, name, colour, icon)
              values (?, ?, ?, ?, ?)
              """)
          .params(here(), type.word(), tidied, colour.word(), icon)
          .update();
    } catch (DuplicateKeyException taken) {
      throw new TagNameTakenException(tidied);
    }
    tell();
  }

  /**
   * Saves type, name, colour and icon of a tag that is there.
   *
   * @param changed the tag as it shall be
   * @param version which version was read
   * @throws TagChangedException when somebody else changed it since
   * @throws TagNameTakenException when another tag of the type has that name
   * @throws NoSuchTagException when there is no such tag here
   * @throws IllegalArgumentException when the name is empty or too long
   */
  public void change(Tag changed, long version) {
    String name = checked(changed.name());
    try {
      int saved =
          sql.sql(
                  """
                  update tags
                     set type = ?,
                         name = ?,
                         colour = ?,
                         icon = ?
                   where organization_id = ?
                     and id = ?
                     and version = ?
                  """)
              .params(
                  changed.type().word(),
                  name,
                  changed.colour().word(),
                  changed.icon(),
                  here(),
                  changed.id().value(),
                  version)
              .update();
      if (saved == 0) {
        throw new TagChangedException(use(changed.id()));
      }
      tell();
    } catch (DuplicateKeyException taken) {
      throw new TagNameTakenException(name);
    }
  }

  /** Puts a tag out of use, or brings it back; who has it keeps it. Repeating changes nothing. */
  public void archive(TagId id, boolean archived) {
    int changed =
        sql.sql(
                """
                update tags
                   set archived_at = case when ? then now() end
                 where organization_id = ?
                   and id = ?
                   and (archived_at is not null) <> ?
                """)
            .params(archived, here(), id.value(), archived)
            .update();
    if (changed > 0) {
      tell();
    } else {
      use(id);
    }
  }

  private static String checked(String name) {
    String tidied = TagName.tidy(name);
    if (!TagName.fits(tidied)) {
      throw new IllegalArgumentException(
          "A tag's name has 1 to " + TagName.LONGEST + " characters");
    }
    return tidied;
  }

  private TagUse use(TagId id) {
    return uses(SubjectType.CLIENTS).stream()
        .filter(use -> use.tag().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchTagException(id));
  }

  private void tell() {
    events.publishEvent(new TagsChanged(bindings.required().organization()));
  }

  private UUID here() {
    return bindings.required().organization().value();
  }
}
