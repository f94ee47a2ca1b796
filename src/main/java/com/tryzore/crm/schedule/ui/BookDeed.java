package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Tier;
import com.tryzore.crm.members.ClientId;
import com.tryzore.crm.members.Members;
import com.tryzore.crm.members.ui.MemberDeed;
import com.tryzore.crm.schedule.NextClass;
import com.tryzore.crm.schedule.NextClasses;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.Toasts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import org.springframework.stereotype.Component;

/** B, a number, Enter: books a member into one of the next classes. */
@Component
class BookDeed implements MemberDeed {

  private static final int BY_DIGIT = 9;

  private final NextClasses classes;
  private final Members members;
  private final EventDialogs kit;
  private final Bindings bindings;

  BookDeed(NextClasses classes, Members members, EventDialogs kit, Bindings bindings) {
    this.classes = classes;
    this.members = members;
    this.kit = kit;
    this.bindings = bindings;
  }

  @Override
  public String key() {
    return "B";
  }

  @Override
  public Icon icon() {
    return Icon.CALENDAR;
  }

  @Override
  public String words() {
    return I18NProvider.translate("schedule.book.action");
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public boolean offered() {
    return bindings.current().filter(binding -> binding.tier().atLeast(Tier.STAFF)).isPresent();
  }

  @Override
  public void begin(ClientId member) {
    EventWords words = EventWords.of(UI.getCurrent().getLocale(), bindings.required());
    members
        .profile(member)
        .ifPresentOrElse(
            profile ->
                new BookDialog(this, member, profile.fullName(), words)
                    .open(classes.of(member, BY_DIGIT).orElse(List.of())),
            () -> Toasts.trouble(I18NProvider.translate("schedule.roster.gone")));
  }

  /** The same classes as they stand by now. */
  List<NextClass> again(ClientId member, List<NextClass> shown) {
    return classes.again(member, shown.stream().map(one -> one.event().id()).toList());
  }

  EventDialogs kit() {
    return kit;
  }
}
