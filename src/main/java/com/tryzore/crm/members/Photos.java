package com.tryzore.crm.members;

import com.tryzore.crm.access.Bindings;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Members' photos. The gym that keeps the record changes them; the chain's other gyms see them. */
@Service
@Transactional
public class Photos {

  /** What photos are served as; uploads of other kinds are turned into it. */
  public static final String MEDIA_TYPE = "image/jpeg";

  private final JdbcClient sql;
  private final Bindings bindings;
  private final ApplicationEventPublisher events;

  Photos(JdbcClient sql, Bindings bindings, ApplicationEventPublisher events) {
    this.sql = sql;
    this.bindings = bindings;
    this.events = events;
  }

  /**
   * The photo of a member who stands at the bound gym, as JPEG.
   *
   * @param small the thumbnail instead of the image
   * @return empty when there is no photo, or no such member here
   */
  @Transactional(readOnly = true)
  public Optional<byte[]> photo(ClientId client, boolean small) {
    return sql.sql("select p from members.photo(?, ?) p where p is not null")
        .params(client.value(), small)
        .query((row, number) -> row.getBytes(1))
        .optional();
  }

  /**
   * Gives a member this photo in place of the one they have.
   *
   * @throws NoSuchMemberException when this gym keeps no such record
   */
  public void put(ClientId client, PhotoReading.Photo photo) {
    try {
      int made =
          sql.sql(
                  """
                  insert into client_photos (organization_id, client_id, image, thumbnail, media_type)
                  values (?, ?, ?, ?, ?)
                      on conflict do nothing
                  """)
              .params(here(), client.value(), photo.image(), photo.thumbnail(), MEDIA_TYPE)
              .update();
      if (made == 0) {
        sql.sql(
                """
                update client_photos
                   set image = ?,
                       thumbnail = ?,
                       media_type = ?
                 where organization_id = ?
                   and client_id = ?
                """)
            .params(photo.image(), photo.thumbnail(), MEDIA_TYPE, here(), client.value())
            .update();
      }
    } catch (DataIntegrityViolationException unknown) {
      throw new NoSuchMemberException(client);
    }
    tell(client);
  }

  /** Takes a member's photo away; without one nothing changes. */
  public void remove(ClientId client) {
    int removed =
        sql.sql("delete from client_photos where organization_id = ? and client_id = ?")
            .params(here(), client.value())
            .update();
    if (removed > 0) {
      tell(client);
    }
  }

  private void tell(ClientId id) {
    events.publishEvent(new MemberChanged(bindings.required().organization(), id));
  }

  private UUID here() {
    return bindings.required().organization().value();
  }
}
