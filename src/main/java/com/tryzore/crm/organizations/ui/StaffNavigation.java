package com.tryzore.crm.organizations.ui;

import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.access.Tier;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the staff page stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class StaffNavigation {

  static final String PATH = "staff";

  @Bean
  NavigationEntry staffEntry() {
    return new NavigationEntry(
        "organizations.staff.title", "STAFF", PATH, 60, Set.of(Tier.OWNER, Tier.ADMIN));
  }
}
