package com.tryzore.crm.schedule;

import com.tryzore.crm.schedule.ImportLine.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes what is remembered of imports of timetables. */
@Component
class ImportRecords {

  private static final int LONGEST_NAME = 255;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<List<ImportLine>> LINES = new TypeReference<>() {};

  private final JdbcClient sql;
  private final EventReader reader;

  ImportRecords(JdbcClient sql, EventReader reader) {
    this.sql = sql;
    this.reader = reader;
  }

  TimetableImportId insert(String fileName, List<ImportLine> lines, Collection<RoomId> roomsMade) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    lines.forEach(line -> counts.merge(line.state(), 1, Integer::sum));
    String name = fileName.isBlank() ? "?" : fileName.strip();
    UUID id =
        sql.sql(
                """
                insert into timetable_imports (organization_id, file_name, made_by, added, updated, unchanged, cancelled, refused,
                                               sessions, lines, rooms_made)
                values (:organization, :name, access.user_id(), :added, :updated, :unchanged, :cancelled, :refused,
                        :sessions, cast(:lines as jsonb), cast(:rooms as uuid[]))
                returning id
                """)
            .param("organization", reader.here())
            .param("name", name.substring(0, Math.min(name.length(), LONGEST_NAME)))
            .param("added", counts.getOrDefault(State.NEW, 0))
            .param("updated", counts.getOrDefault(State.UPDATED, 0))
            .param("unchanged", counts.getOrDefault(State.UNCHANGED, 0))
            .param("cancelled", counts.getOrDefault(State.CANCELLED, 0))
            .param("refused", counts.getOrDefault(State.PROBLEM, 0))
            .param("sessions", lines.stream().mapToInt(ImportLine::sessions).sum())
            .param("lines", JSON.writeValueAsString(lines))
            .param("rooms", roomsMade.stream().map(RoomId::value).toArray(UUID[]::new))
            .query(UUID.class)
            .single();
    return new TimetableImportId(id);
  }

  List<TimetableImport> recent(int most) {
    return read("true order by i.created_at desc limit ?", most);
  }

  Optional<TimetableImport> find(TimetableImportId id) {
    return read("i.id = ?", id.value()).stream().findFirst();
  }

  private List<TimetableImport> read(String condition, Object parameter) {
    return sql.sql(
            """
            select i.*, m.display_name as maker, u.display_name as undoer
              from timetable_imports i
              left join users m on m.id = i.made_by
              left join users u on u.id = i.undone_by
             where i.organization_id = ?
               and %s
            """
                .formatted(condition))
        .params(reader.here(), parameter)
        .query((row, number) -> found(row))
        .list();
  }

  private static TimetableImport found(ResultSet row) throws SQLException {
    return new TimetableImport(
        new TimetableImportId(row.getObject("id", UUID.class)),
        row.getString("file_name"),
        name(row.getString("maker")),
        EventReader.instant(row, "created_at"),
        Map.of(
            State.NEW, row.getInt("added"),
            State.UPDATED, row.getInt("updated"),
            State.UNCHANGED, row.getInt("unchanged"),
            State.CANCELLED, row.getInt("cancelled"),
            State.PROBLEM, row.getInt("refused")),
        row.getInt("sessions"),
        row.getObject("undone_at") == null
            ? Optional.empty()
            : Optional.of(
                new TimetableImport.Undone(
                    EventReader.instant(row, "undone_at"), name(row.getString("undoer")))));
  }

  private static String name(@Nullable String known) {
    return known == null ? "—" : known;
  }

  /** What became of each event and series of the file, in its order. */
  List<ImportLine> lines(TimetableImportId id) {
    return sql.sql(
            """
            select lines::text
              from timetable_imports
             where organization_id = ?
               and id = ?
            """)
        .params(reader.here(), id.value())
        .query(String.class)
        .optional()
        .map(text -> JSON.readValue(text, LINES))
        .orElse(List.of());
  }
}
