package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.access.Tier;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the calendar is. */
@Configuration(proxyBeanMethods = false)
class CalendarNavigation {

  @Bean
  NavigationEntry calendarEntry() {
    return new NavigationEntry(
        "schedule.calendar.title",
        "CALENDAR",
        CalendarAddress.PATH,
        30,
        Set.of(Tier.OWNER, Tier.ADMIN, Tier.STAFF, Tier.TRAINER));
  }
}
