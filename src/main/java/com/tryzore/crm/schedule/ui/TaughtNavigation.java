package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.schedule.MyClasses;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where one's own classes are: a trainer's first place, and of others only while they teach. */
@Configuration(proxyBeanMethods = false)
class TaughtNavigation {

  @Bean
  NavigationEntry taughtEntry(Bindings bindings, MyClasses classes) {
    return new NavigationEntry(
            "schedule.taught.title",
            "STAR",
            TaughtAddress.PATH,
            25,
            Set.of(Tier.OWNER, Tier.ADMIN, Tier.STAFF, Tier.TRAINER))
        .shownWhen(() -> bindings.required().tier() == Tier.TRAINER || classes.any());
  }
}
