package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.UserId;
import com.tryzore.crm.schedule.CalendarChoice;
import com.tryzore.crm.schedule.EventFacts;
import com.tryzore.crm.schedule.EventKind;
import com.tryzore.crm.schedule.Room;
import com.tryzore.crm.ui.FieldErrors;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.Money;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of an {@link EventDraft}, their rules, and the draft that comes of them. */
final class EventFields {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DESCRIPTION = 5000;
  private static final int MOST_SEATS = 100_000;
  private static final BigDecimal DEAREST = BigDecimal.valueOf(1_000_000);

  final TextField title = new TextField(words("title"));
  final RadioButtonGroup<EventKind> kind = new RadioButtonGroup<>(words("kind"));
  final EventTimes times;
  final EventPlace place;
  final Select<CalendarChoice> trainer = new Select<>();
  final PersonField person;
  final TourFields tour = new TourFields();
  final IntegerField capacity = new IntegerField(words("capacity"));
  final BigDecimalField price = new BigDecimalField(words("price"));
  final Select<String> colour = new Select<>();
  final EventTagsField tags;
  final TextArea description = new TextArea(words("description"));

  private final Currency currency;
  private final List<CalendarChoice> trainers;
  private final boolean fresh;
  private final FieldErrors errors = new FieldErrors();
  private @Nullable Integer roomHolds;
  private EventDraft read;

  /**
   * The fields of an event.
   *
   * @param read what they say at first
   * @param fresh whether the event is still to be made
   */
  EventFields(EventForms kit, EventWords event, Locale reader, EventDraft read, boolean fresh) {
    this.read = read;
    this.fresh = fresh;
    currency = event.binding().currency();
    trainers = kit.trainers(read.trainer());
    times = new EventTimes(event.binding().zone(), reader);
    place = new EventPlace(kit.rooms().list(), this::entered);
    person =
        new PersonField(
            kit.search(),
            kit.members(),
            kit.memberForms(),
            day -> I18NProvider.translate("schedule.roster.born", event.formats().date(day)));
    tags = new EventTagsField(kit.tags());
    title.setMaxLength(LONGEST_TITLE);
    title.setRequiredIndicatorVisible(true);
    title.setManualValidation(true);
    kind.setItems(EventKind.values());
    kind.setItemLabelGenerator(one -> I18NProvider.translate("schedule.kind." + one.word()));
    kind.addValueChangeListener(change -> become(change.getValue()));
    trainer.setLabel(words("trainer"));
    trainer.setEmptySelectionAllowed(true);
    trainer.setEmptySelectionCaption(words("trainer.none"));
    trainer.setItemLabelGenerator(one -> one == null ? words("trainer.none") : one.name());
    trainer.setItems(trainers);
    trainer.setManualValidation(true);
    capacity.setMin(1);
    capacity.setManualValidation(true);
    capacity.setStepButtonsVisible(true);
    capacity.setPlaceholder(words("capacity.none"));
    capacity.addValueChangeListener(change -> seats());
    price.setManualValidation(true);
    price.setLocale(reader);
    price.setSuffixComponent(new Span(currency.getSymbol(reader)));
    price.setPlaceholder(words("price.none"));
    colour.setLabel(words("colour"));
    colour.setItems(EventFacts.COLOURS);
    colour.setRenderer(new ComponentRenderer<>(EventFields::swatch));
    colour.setItemLabelGenerator(one -> I18NProvider.translate("tags.colour." + one));
    description.setMaxLength(LONGEST_DESCRIPTION);
    description.setMinRows(2);
    errors
        .field("title", title)
        .field("link", place.link)
        .field("trainer", trainer)
        .field("capacity", capacity)
        .field("price", price);
    read(read);
  }

  /** What it is and when. */
  void addTimesTo(FormDialog form) {
    form.wide(title, kind);
    times.addTo(form);
  }

  /** Everything else. */
  void addFactsTo(FormDialog form) {
    place.addTo(form);
    form.fields(trainer, capacity);
    form.wide(person);
    tour.addTo(form);
    form.wide(heading("more")).fields(price, colour).wide(tags, description);
  }

  /** Fills the fields. */
  void read(EventDraft draft) {
    read = draft;
    title.setValue(draft.title());
    times.read(draft.startsAt(), draft.length());
    place.read(draft.room(), draft.place(), draft.link());
    trainer.setValue(
        trainers.stream()
            .filter(one -> draft.trainer() != null && one.id().equals(draft.trainer().value()))
            .findFirst()
            .orElse(null));
    capacity.setValue(draft.capacity());
    price.setValue(
        draft.priceMinor() == 0 ? null : new Money(draft.priceMinor(), currency).amount());
    colour.setValue(draft.colour());
    tags.read(draft.tags());
    description.setValue(draft.description());
    tour.type.setValue(draft.tourType());
    tour.source.setValue(draft.leadSource());
    tour.outcome.setValue(draft.tourOutcome());
    kind.setValue(draft.kind());
    become(draft.kind());
    errors.clear();
  }

  /** What was typed, or the first field that is wrong has the focus and says so. */
  Optional<EventDraft> write() {
    Optional<MoveTo> when = times.write();
    boolean right = errors.show(wrong()) && wrong().isEmpty();
    return right ? when.map(this::draft) : Optional.empty();
  }

  /** Whether something was typed since the fields were filled. */
  boolean changed() {
    return person.value() != null
        || times.typed().map(when -> !wrong().isEmpty() || !draft(when).equals(read)).orElse(true);
  }

  private EventDraft draft(MoveTo when) {
    boolean isTour = kind.getValue() == EventKind.TOUR;
    CalendarChoice teaches = trainer.getValue();
    BigDecimal amount = price.getValue();
    return new EventDraft(
        kind.getValue(),
        title.getValue().strip(),
        when.start().toLocalDate(),
        when.start().toLocalTime(),
        when.length(),
        place.in(),
        place.elsewhere(),
        place.online(),
        teaches == null ? null : new UserId(teaches.id()),
        capacity.getValue(),
        amount == null ? 0 : Money.of(amount, currency).minorUnits(),
        colour.getValue(),
        tags.write(),
        description.getValue().strip(),
        isTour ? tour.type.getValue() : null,
        isTour ? tour.source.getValue() : null,
        isTour ? tour.outcome.getValue() : null,
        person.value());
  }

  private Map<String, String> wrong() {
    Map<String, String> wrong = new LinkedHashMap<>();
    if (title.getValue().isBlank()) {
      wrong.put("title", words("title.missing"));
    }
    String link = place.wrongLink();
    if (link != null) {
      wrong.put("link", link);
    }
    if (kind.getValue() == EventKind.PERSONAL_TRAINING && trainer.getValue() == null) {
      wrong.put("trainer", words("trainer.missing"));
    }
    Integer seats = capacity.getValue();
    if (seats != null && (seats < 1 || seats > MOST_SEATS)) {
      wrong.put("capacity", words("capacity.wrong"));
    }
    BigDecimal amount = price.getValue();
    int decimals = Math.max(0, currency.getDefaultFractionDigits());
    if (amount != null
        && (amount.signum() < 0
            || amount.compareTo(DEAREST) > 0
            || amount.stripTrailingZeros().scale() > decimals)) {
      wrong.put("price", words("price.wrong"));
    }
    return wrong;
  }

  /** What an event of that kind is asked for, and what goes without saying for it. */
  private void become(EventKind now) {
    tour.show(now == EventKind.TOUR);
    tour.outcome.setVisible(now == EventKind.TOUR && !fresh);
    trainer.setRequiredIndicatorVisible(now == EventKind.PERSONAL_TRAINING);
    person.setVisible(fresh && now != EventKind.CLASS);
    person.label(
        words(now == EventKind.TOUR ? "person.tour" : "person.client"), now == EventKind.TOUR);
    boolean untitled =
        title.isEmpty()
            || title.getValue().equals(words("title.tour"))
            || title.getValue().equals(words("title.personal_training"));
    if (fresh && untitled) {
      title.setValue(now == EventKind.CLASS ? "" : words("title." + now.word()));
      capacity.setValue(now == EventKind.PERSONAL_TRAINING ? Integer.valueOf(1) : roomHolds);
    }
  }

  /** A room says how many there can be, unless somebody has said so before. */
  private void entered(Optional<Room> room) {
    Integer before = roomHolds;
    roomHolds = room.map(Room::capacity).orElse(null);
    Integer seats = capacity.getValue();
    boolean open = seats == null || seats.equals(before);
    if (fresh && open && kind.getValue() != EventKind.PERSONAL_TRAINING) {
      capacity.setValue(roomHolds);
    }
    seats();
  }

  private void seats() {
    Integer seats = capacity.getValue();
    boolean tooMany = roomHolds != null && seats != null && seats > roomHolds;
    capacity.setHelperText(
        tooMany ? I18NProvider.translate("schedule.form.capacity.tooMany", roomHolds) : "");
  }

  private static Div swatch(String name) {
    Span dot = new Span();
    dot.addClassNames("event-swatch", "cal-colour-" + name);
    Div both = new Div(dot, new Span(I18NProvider.translate("tags.colour." + name)));
    both.addClassName("event-swatch-row");
    return both;
  }

  static H3 heading(String part) {
    return new H3(words("part." + part));
  }

  private static String words(String field) {
    return I18NProvider.translate("schedule.form." + field);
  }
}
