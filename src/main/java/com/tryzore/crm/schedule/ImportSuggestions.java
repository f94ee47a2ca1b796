package com.tryzore.crm.schedule;

import com.tryzore.crm.access.UserId;
import com.tryzore.crm.schedule.ImportMapping.RoomMeaning;
import com.tryzore.crm.schedule.ical.TimetableDraft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the names in a timetable seem to mean at the bound gym. */
@Service
@Transactional(readOnly = true)
class ImportSuggestions {
  private final JdbcClient sql;
  private final EventReader reader;
  private final Rooms.RoomSteps rooms;

  ImportSuggestions(JdbcClient sql, EventReader reader, Rooms.RoomSteps rooms) {
    this.sql = sql;
    this.reader = reader;
    this.rooms = rooms;
  }

  ImportMapping suggested(List<TimetableDraft> drafts) {
    Map<String, RoomId> knownRooms = new HashMap<>();
    rooms.list().stream()
        .filter(room -> !room.archived())
        .forEach(room -> knownRooms.put(ImportedNames.key(room.name()), room.id()));
    Map<String, UserId> knownTrainers = trainers();
    Map<String, RoomMeaning> meanings = new HashMap<>();
    Map<String, UserId> people = new HashMap<>();
    drafts.stream()
        .flatMap(TimetableDraft::said)
        .forEach(
            facts -> {
              facts.room().ifPresent(name -> meanings.put(name, meaning(name, knownRooms)));
              facts
                  .trainer()
                  .map(
                      name ->
                          Map.entry(
                              name,
                              Optional.ofNullable(knownTrainers.get(ImportedNames.key(name)))))
                  .filter(found -> found.getValue().isPresent())
                  .ifPresent(found -> people.put(found.getKey(), found.getValue().get()));
            });
    return new ImportMapping(meanings, people);
  }

  private static RoomMeaning meaning(String name, Map<String, RoomId> known) {
    RoomId room = known.get(ImportedNames.key(name));
    if (room != null) {
      return new RoomMeaning.Existing(room);
    }
    return ImportedNames.canBeRoom(name) ? new RoomMeaning.Create() : new RoomMeaning.Words();
  }

  private Map<String, UserId> trainers() {
    Map<String, UserId> known = new HashMap<>();
    people()
        .reversed()
        .forEach(one -> known.put(ImportedNames.key(one.name()), new UserId(one.id())));
    return known;
  }

  /** Those who work here, trainers first, by name. */
  List<CalendarChoice> people() {
    return sql.sql(
            """
            select o.user_id, u.display_name
              from user_organizations o
              join users u on u.id = o.user_id
             where o.organization_id = ?
               and o.role <> 'member'
               and o.status = 'active'
             order by o.role <> 'trainer', u.display_name, o.user_id
            """)
        .param(reader.here())
        .query(
            (row, number) ->
                new CalendarChoice(
                    row.getObject("user_id", UUID.class), row.getString("display_name")))
        .list();
  }
}
