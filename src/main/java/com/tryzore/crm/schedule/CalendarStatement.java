package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.UserId;
import com.tryzore.crm.tags.TagId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The one statement that answers the calendar, read along {@code events_week_idx}. No event lasts
 * longer than 25 hours (a constraint), so that those under way at the beginning are found without
 * looking further back.
 */
record CalendarStatement(String text, Map<String, Object> parameters) {

  private static final Duration LONGEST = Duration.ofHours(25);

  private static final String COLUMNS =
      """
      select e.id,
             e.kind,
             e.title,
             e.colour,
             e.starts_at,
             e.ends_at,
             e.status = 'cancelled' as is_cancelled,
             coalesce(r.name, e.place) as location,
             e.trainer_id,
             t.display_name as trainer,
             e.capacity,
             e.booked_count,
             e.waitlist_count,
             e.description,
             e.meeting_url,
             e.cancelled_reason,
             e.price_minor,
             e.series_id is not null as is_in_series,
             e.status = 'scheduled' and e.trainer_id is not null and exists (
               select from events o
                where o.organization_id = :organization
                  and o.trainer_id = e.trainer_id
                  and o.starts_at > :earliest
                  and o.starts_at < e.ends_at
                  and o.ends_at > e.starts_at
                  and o.status = 'scheduled'
                  and o.id <> e.id) as is_trainer_elsewhere
        from events e
        left join rooms r
          on r.organization_id = :organization
         and r.id = e.room_id
        left join users t on t.id = e.trainer_id
       where e.organization_id = :organization
      """;

  private static final String ORDER = " order by e.starts_at, e.ends_at, e.title, e.id";

  /** Whatever takes place, or was to, at some time from one instant to before another. */
  static CalendarStatement between(
      Binding binding, Instant from, Instant to, CalendarFilter filter) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("organization", binding.organization().value());
    parameters.put("earliest", from.minus(LONGEST).atOffset(ZoneOffset.UTC));
    parameters.put("from", from.atOffset(ZoneOffset.UTC));
    parameters.put("to", to.atOffset(ZoneOffset.UTC));
    return new CalendarStatement(
        COLUMNS
            + "   and e.starts_at > :earliest\n   and e.starts_at < :to\n   and e.ends_at > :from\n"
            + where(filter, parameters)
            + ORDER,
        parameters);
  }

  /** The next one that starts at or after an instant. */
  static CalendarStatement next(Binding binding, Instant from, CalendarFilter filter) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("organization", binding.organization().value());
    parameters.put("from", from.atOffset(ZoneOffset.UTC));
    return new CalendarStatement(
        """
        select e.starts_at
          from events e
         where e.organization_id = :organization
           and e.starts_at >= :from
        """
            + where(filter, parameters)
            + " order by e.starts_at limit 1",
        parameters);
  }

  /** The first that start after an instant and take place, of some kinds. */
  static CalendarStatement upcoming(
      Binding binding, Instant from, Set<EventKind> kinds, int limit) {
    return new CalendarStatement(
        COLUMNS
            + """
                 and e.starts_at > :from
                 and e.status = 'scheduled'
                 and e.kind in (:kinds)
              """
            + ORDER
            + " limit :limit",
        Map.of(
            "organization", binding.organization().value(),
            "earliest", from.minus(LONGEST).atOffset(ZoneOffset.UTC),
            "from", from.atOffset(ZoneOffset.UTC),
            "kinds", kinds.stream().map(EventKind::word).toList(),
            "limit", limit));
  }

  /** These events, whatever became of them. */
  static CalendarStatement some(Binding binding, Instant earliest, Collection<EventId> events) {
    return new CalendarStatement(
        COLUMNS + "   and e.id in (:events)\n" + ORDER,
        Map.of(
            "organization", binding.organization().value(),
            "earliest", earliest.minus(LONGEST).atOffset(ZoneOffset.UTC),
            "events", events.stream().map(EventId::value).toList()));
  }

  /** One event, whatever became of it. */
  static CalendarStatement one(Binding binding, EventId event, Instant earliest) {
    return new CalendarStatement(
        COLUMNS + "   and e.id = :event",
        Map.of(
            "organization", binding.organization().value(),
            "event", event.value(),
            "earliest", earliest.minus(LONGEST).atOffset(ZoneOffset.UTC)));
  }

  private static String where(CalendarFilter filter, Map<String, Object> parameters) {
    StringBuilder where = new StringBuilder();
    if (!filter.rooms().isEmpty()) {
      where.append("   and e.room_id in (:rooms)\n");
      parameters.put("rooms", filter.rooms());
    }
    if (!filter.trainers().isEmpty()) {
      where.append("   and e.trainer_id in (:trainers)\n");
      parameters.put("trainers", filter.trainers().stream().map(UserId::value).toList());
    }
    if (!filter.kinds().isEmpty()) {
      where.append("   and e.kind in (:kinds)\n");
      parameters.put("kinds", filter.kinds().stream().map(EventKind::word).toList());
    }
    if (!filter.tags().isEmpty()) {
      where.append(
          """
             and exists (
                   select from taggables g
                    where g.organization_id = :organization
                      and (g.subject_type, g.subject_id) in (('events', e.id), ('classes', e.series_id))
                      and g.tag_id in (:tags))
          """);
      parameters.put("tags", filter.tags().stream().map(TagId::value).toList());
    }
    return where.toString();
  }
}
