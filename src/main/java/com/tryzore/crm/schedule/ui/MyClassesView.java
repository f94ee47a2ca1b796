package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.BindingLostException;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.schedule.BookingsChanged;
import com.tryzore.crm.schedule.CalendarDetail;
import com.tryzore.crm.schedule.ClassMember;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.TaughtClass;
import com.tryzore.crm.schedule.TimetableChanged;
import com.tryzore.crm.ui.LoadFailed;
import com.tryzore.crm.ui.Toolbar;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What somebody teaches: the next class, the days ahead, and the roster of one of them. */
@Route("o/:organization/my-classes/:event?")
@PermitAll
class MyClassesView extends Div implements AfterNavigationObserver, HasDynamicTitle {

  private static final int DAYS_AHEAD = 14;
  private static final int ROOM_FOR_BOTH = 1000;

  /** Who comes is read, and the read kept, when it begins to matter. */
  private static final Duration NEAR = Duration.ofHours(24);

  private final transient ClassKit kit;
  private final transient Bindings bindings;
  private final transient Binding binding;
  private final transient TaughtWords words;
  private final Toolbar toolbar = new Toolbar(getTranslation("schedule.taught.title"));
  private final NextClassCard card;
  private final TaughtAgenda agenda;
  private final Div none = new Div();
  private final Div open = new Div();
  private final transient TaughtStates states;
  private transient @Nullable ClassPanel panel;
  private transient @Nullable LiveRoster roster;
  private transient @Nullable EventId lost;
  private transient @Nullable String asked;

  MyClassesView(ClassKit kit, Bindings bindings) {
    this.kit = kit;
    this.bindings = bindings;
    binding = bindings.required();
    words = new TaughtWords(EventWords.of(getLocale(), binding));
    states = new TaughtStates(words.event().texts(), binding.slug());
    card = new NextClassCard(words);
    agenda = new TaughtAgenda(words);
    addClassNames("zore-page", "taught-page");
    open.addClassName("taught-open");
    Div list = new Div(card, agenda, none);
    list.addClassName("taught-list");
    Div columns = new Div(list, open);
    columns.addClassName("taught-columns");
    add(toolbar, columns);
    kit.live()
        .subscribe(
            this,
            binding.organization().value(),
            ScheduleNews.TOPIC,
            BookingsChanged.class,
            change -> hear());
    kit.live()
        .subscribe(
            this,
            binding.organization().value(),
            ScheduleNews.TOPIC,
            TimetableChanged.class,
            change -> hear());
  }

  @Override
  public String getPageTitle() {
    return getTranslation("schedule.taught.title");
  }

  @Override
  public void afterNavigation(AfterNavigationEvent navigation) {
    asked = navigation.getRouteParameters().get("event").orElse(null);
    setClassName("taught-one", asked != null);
    panel = null;
    lost = null;
    load();
  }

  private void hear() {
    if (bindings.current().isEmpty()) {
      return; // the tab is being left
    }
    ClassPanel shown = panel;
    if (shown != null) {
      shown.refresh();
    } else if (roster != null) {
      roster.refresh();
    }
    load();
  }

  private void load() {
    try {
      Instant from = words.event().formats().today().atStartOfDay(binding.zone()).toInstant();
      LocalDate last = words.event().formats().today().plusDays(DAYS_AHEAD);
      show(kit.classes().between(from, last.atStartOfDay(binding.zone()).toInstant()));
    } catch (DataAccessException | TransactionException failed) {
      if (BindingLostException.in(failed).isPresent()) {
        throw failed;
      }
      instead(none, new LoadFailed(this::load));
    }
  }

  private void show(List<TaughtClass> taught) {
    Instant now = Instant.now();
    none.removeAll();
    LocalDate today = words.event().formats().today();
    toolbar.count(
        getTranslation(
            "schedule.taught.count",
            taught.stream()
                .filter(one -> !one.event().cancelled())
                .filter(one -> words.event().day(one.event()).equals(today))
                .count()));
    Optional<TaughtClass> next =
        taught.stream()
            .filter(one -> !one.event().cancelled() && !one.event().over(now))
            .findFirst();
    EventId wanted = asked == null ? null : id(asked).orElse(null);
    if (asked == null && hasRoomForBoth()) {
      wanted = next.map(one -> one.event().id()).orElse(null);
    }
    openRoster(wanted);
    card.setVisible(next.isPresent());
    next.ifPresent(one -> card.show(one, near(one, now)));
    agenda.show(taught, panel == null ? null : panel.event());
    if (taught.isEmpty()) {
      instead(none, states.nothingAhead(DAYS_AHEAD));
    }
  }

  /** Who comes to the class on the card; none while it is far ahead or the card is not seen. */
  private List<ClassMember> near(TaughtClass next, Instant now) {
    boolean onScreen = panel != null && panel.event().equals(next.event().id());
    return onScreen || (asked == null && next.event().startsAt().isBefore(now.plus(NEAR)))
        ? roster(next.event().id()).members()
        : List.of();
  }

  /** The roster of a class, read when it is another than before. */
  private LiveRoster roster(EventId event) {
    LiveRoster known = roster;
    if (known == null || !known.event().equals(event)) {
      known = new LiveRoster(kit.rosters(), event);
      roster = known;
    }
    return known;
  }

  private void openRoster(@Nullable EventId wanted) {
    if (wanted != null
        && (wanted.equals(lost) || (panel != null && panel.event().equals(wanted)))) {
      return;
    }
    panel = null;
    open.removeAll();
    CalendarDetail detail = wanted == null ? null : kit.classes().find(wanted).orElse(null);
    if (detail == null) {
      if (asked != null) {
        open.add(states.unknown());
      }
      return;
    }
    try {
      LiveRoster members = roster(detail.event().id());
      panel = new ClassPanel(kit, words, detail, members, () -> gone(detail));
      open.add(panel);
    } catch (NotAllowedException taughtByAnotherMeanwhile) {
      open.add(states.unknown());
    }
  }

  private void gone(CalendarDetail detail) {
    panel = null;
    roster = null;
    lost = detail.event().id();
    instead(open, states.gone(detail.event().title()));
  }

  private static void instead(Div place, Component other) {
    place.removeAll();
    place.add(other);
  }

  private static Optional<EventId> id(String text) {
    try {
      return Optional.of(new EventId(UUID.fromString(text)));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  private static boolean hasRoomForBoth() {
    return UI.getCurrent().getPage().getExtendedClientDetails().getWindowInnerWidth()
        >= ROOM_FOR_BOTH;
  }
}
