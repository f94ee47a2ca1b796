package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the members are, and how to get there. */
@Configuration(proxyBeanMethods = false)
class MembersNavigation {

  static final String PATH = "members";

  @Bean
  NavigationEntry membersEntry() {
    return new NavigationEntry(
        "members.roster.title", "MEMBERS", PATH, 20, Set.of(Tier.OWNER, Tier.ADMIN, Tier.STAFF));
  }

  /** The address of the roster, or of a member beside it. */
  static String path(String slug, @Nullable ClientId member) {
    return "o/" + slug + "/" + PATH + (member == null ? "" : "/" + member);
  }

  static void go(String slug, @Nullable ClientId member, QueryParameters state) {
    UI.getCurrent().navigate(path(slug, member), state);
  }
}
