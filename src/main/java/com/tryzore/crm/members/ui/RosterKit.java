package com.tryzore.crm.members.ui;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Permissions;
import com.tryzore.crm.members.MemberRoster;
import com.tryzore.crm.members.RosterExport;
import com.tryzore.crm.members.RosterTagging;
import com.tryzore.crm.members.SavedViews;
import com.tryzore.crm.tags.Tags;
import com.tryzore.crm.ui.QueryState;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what the roster is made of. */
@Component
record RosterKit(
    MemberRoster roster,
    RosterExport exports,
    RosterTagging tagging,
    SavedViews views,
    Tags tags,
    MemberPhotos photos,
    MemberDeeds deeds,
    ObjectProvider<RosterOffer> offers,
    Bindings bindings,
    Permissions permissions) {

  /**
   * The parts of one roster on screen.
   *
   * @param reader whose language
   * @param state what the address says now
   * @param onChange hears what the address shall say
   * @param refresh reads the rows again
   */
  RosterParts parts(
      Locale reader, Supplier<QueryState> state, Consumer<QueryState> onChange, Runnable refresh) {
    return new RosterParts(this, reader, state, onChange, refresh);
  }
}
