package com.tryzore.crm.shell;

import com.tryzore.crm.access.BindingLostException;
import com.tryzore.crm.ui.PaletteItem;
import com.tryzore.crm.ui.PaletteSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Asks every source of the palette, under the binding of the tab that is asking. */
@Component
class Answers {

  private static final Logger log = LoggerFactory.getLogger(Answers.class);
  private static final int LONGEST = 100;
  private static final int PER_SOURCE = 6;

  private final List<PaletteSource> sources;

  Answers(ObjectProvider<PaletteSource> sources) {
    this.sources = sources.stream().sorted(Comparator.comparingInt(PaletteSource::order)).toList();
  }

  /** One source's answers under its heading. */
  record Group(String headingKey, List<PaletteItem> items) {}

  /** What was found, and whether some source could not be asked. */
  record Found(List<Group> groups, boolean incomplete) {

    int count() {
      return groups.stream().mapToInt(group -> group.items().size()).sum();
    }
  }

  Found to(String typed) {
    String asked = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    List<Group> groups = new ArrayList<>();
    boolean incomplete = false;
    Set<String> answered = new HashSet<>();
    for (PaletteSource source : sources) {
      if (answered.contains(source.headingKey())) {
        continue;
      }
      try {
        List<PaletteItem> items = source.find(asked, PER_SOURCE);
        if (!items.isEmpty()) {
          groups.add(new Group(source.headingKey(), items));
          answered.add(source.headingKey());
        }
      } catch (BindingLostException lost) {
        throw lost;
      } catch (DataAccessException | TransactionException unavailable) {
        log.warn("{} gave no answers", source.getClass().getSimpleName(), unavailable);
        incomplete = true;
      }
    }
    return new Found(List.copyOf(groups), incomplete);
  }
}
