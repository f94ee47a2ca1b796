package com.tryzore.crm.members.ui.imports;

import com.tryzore.crm.access.NavigationEntry;
import com.tryzore.crm.access.Permission;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.imports.ImportId;
import com.tryzore.crm.ui.QueryState;
import com.vaadin.flow.component.UI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where importing stands in the navigation, and how to get to one import. */
@Configuration(proxyBeanMethods = false)
class ImportNavigation {

  static final String PATH = "import";

  /** The query parameter that says which step of a new import is shown. */
  static final String STEP = "step";

  @Bean
  NavigationEntry importEntry() {
    return new NavigationEntry(
        "members.import.place",
        "IMPORT",
        PATH,
        70,
        Set.of(Tier.OWNER, Tier.ADMIN, Tier.STAFF),
        Permission.MEMBERS_IMPORT);
  }

  /** The address of all imports, or of one. */
  static String path(String slug, @Nullable ImportId id) {
    return "o/" + slug + "/" + PATH + (id == null ? "" : "/" + id);
  }

  static void go(String slug, @Nullable ImportId id, ImportStep step) {
    boolean named = step == ImportStep.READ || step == ImportStep.CHECK;
    QueryState state = named ? QueryState.EMPTY.with(STEP, step) : QueryState.EMPTY;
    UI.getCurrent().navigate(path(slug, id), state.toParameters());
  }
}
