package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.access.UserId;
import com.tryzore.crm.members.MemberSearch;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.ui.MemberForms;
import com.tryzore.crm.schedule.Bookings;
import com.tryzore.crm.schedule.Calendar;
import com.tryzore.crm.schedule.CalendarChoice;
import com.tryzore.crm.schedule.EventTags;
import com.tryzore.crm.schedule.Events;
import com.tryzore.crm.schedule.Rooms;
import com.tryzore.crm.tags.Tags;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the form of an event is made of. */
@Component
record EventForms(
    Events events,
    EventTags eventTags,
    Bookings bookings,
    Rooms rooms,
    Calendar calendar,
    Tags tags,
    MemberSearch search,
    Members members,
    MemberForms memberForms,
    Permissions permissions,
    SeriesDialogs series) {

  /** Makes, changes and cancels events, and says what came of it in these words. */
  Planning planning(EventWords words) {
    return new Planning(this, words);
  }

  /** Whether this account may change the schedule. */
  boolean allowed() {
    return permissions.has(Permission.SCHEDULE_EDIT);
  }

  /** Who can lead an event: the trainers, and who leads it now, whatever became of them. */
  List<CalendarChoice> trainers(@Nullable UserId now) {
    List<CalendarChoice> team = calendar.team();
    if (now == null || team.stream().anyMatch(one -> one.id().equals(now.value()))) {
      return team;
    }
    Stream<CalendarChoice> also =
        calendar.trainers().stream().filter(one -> one.id().equals(now.value()));
    return Stream.concat(team.stream(), also).toList();
  }
}
