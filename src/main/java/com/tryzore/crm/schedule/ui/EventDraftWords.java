package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.UserId;
import com.tryzore.crm.members.ui.ConflictDialog;
import com.tryzore.crm.schedule.CalendarChoice;
import com.tryzore.crm.schedule.EventKind;
import com.tryzore.crm.schedule.Room;
import com.tryzore.crm.schedule.RoomId;
import com.tryzore.crm.schedule.TourFacts;
import com.tryzore.crm.ui.Money;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the fields of an {@link EventDraft} are called and written. */
record EventDraftWords(EventForms kit, EventWords event, EventTagsField tags)
    implements ConflictDialog.Words {

  @Override
  public String label(String field) {
    return I18NProvider.translate(
        switch (field) {
          case "day", "start" -> "schedule.move." + field;
          case "length" -> "schedule.move.minutes";
          case "priceMinor" -> "schedule.form.price";
          case "tourType" -> "schedule.tour.type";
          case "leadSource" -> "schedule.tour.source";
          case "tourOutcome" -> "schedule.tour.outcome";
          default -> "schedule.form." + field;
        });
  }

  @Override
  public String value(String field, @Nullable Object value) {
    String none = I18NProvider.translate("members.form.none");
    return switch (value) {
      case null -> none;
      case EventKind kind -> I18NProvider.translate("schedule.kind." + kind.word());
      case LocalDate day -> event.formats().date(day);
      case LocalTime time -> event.formats().time(time);
      case Duration length -> event.formats().number(length.toMinutes());
      case RoomId room ->
          kit.rooms().list().stream()
              .filter(one -> one.id().equals(room))
              .map(Room::name)
              .findFirst()
              .orElse(none);
      case UserId trainer ->
          kit.trainers(trainer).stream()
              .filter(one -> one.id().equals(trainer.value()))
              .map(CalendarChoice::name)
              .findFirst()
              .orElse(none);
      case Long minor -> event.formats().money(new Money(minor, event.binding().currency()));
      case Set<?> ids -> ids.isEmpty() ? none : tags.names(ids);
      case TourFacts.Type type -> TourFields.words("type", type);
      case TourFacts.Source source -> TourFields.words("source", source);
      case TourFacts.Outcome outcome -> TourFields.words("outcome", outcome);
      case String text when text.isEmpty() -> none;
      case String colour when field.equals("colour") ->
          I18NProvider.translate("tags.colour." + colour);
      default -> value.toString();
    };
  }
}
