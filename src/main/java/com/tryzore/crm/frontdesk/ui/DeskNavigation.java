package com.tryzore.crm.frontdesk.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the page of today stands in the navigation, and where the desk leads to from there. */
@Configuration(proxyBeanMethods = false)
class DeskNavigation {

  static final String PATH = "today";

  @Bean
  NavigationEntry todayEntry() {
    return new NavigationEntry(
        "frontdesk.today.title", "TODAY", PATH, 10, Set.of(Tier.OWNER, Tier.ADMIN, Tier.STAFF));
  }

  /** The address of a member's profile, relative to the application. */
  static String profile(Binding binding, ClientId client) {
    return "o/%s/members/%s".formatted(binding.slug(), client);
  }
}
