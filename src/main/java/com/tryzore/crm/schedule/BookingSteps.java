package com.tryzore.crm.schedule;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.members.ClientId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of {@link Bookings}, each one transaction; whoever loses a race is told by exception.
 */
@Service
@Transactional
class BookingSteps {
  private final BookingQuestions questions;
  private final BookingStatements statements;
  private final Bindings bindings;
  private final ApplicationEventPublisher events;

  BookingSteps(
      BookingQuestions questions,
      BookingStatements statements,
      Bindings bindings,
      ApplicationEventPublisher events) {
    this.questions = questions;
    this.statements = statements;
    this.bindings = bindings;
    this.events = events;
  }

  @Transactional(readOnly = true)
  Optional<List<BookingRefusal>> against(EventId event, ClientId client) {
    return questions.about(bindings.required(), event, client).map(this::against);
  }

  Booking book(EventId event, ClientId client, @Nullable String reason) {
    BookingQuestions.Found found = questions.about(bindings.required(), event, client).orElse(null);
    if (found == null) {
      return new Booking.Unknown();
    }
    List<BookingRefusal> against = against(found);
    // Someone in the line may take a seat that is left over: the database knows.
    boolean waits =
        found.facts().place() != null && found.facts().place().status() == PlaceStatus.WAITLISTED;
    boolean overrides = overrides(against, reason);
    if (!overrides && against.stream().anyMatch(why -> !waits || !isPlace(why))) {
      return new Booking.Refused(against, mayOverride(found, against));
    }
    BookingStatements.Placed placed = statements.book(event, client, overrides);
    return switch (placed.outcome()) {
      case "booked" -> {
        changed(Set.of(event));
        yield new Booking.Booked(placed.place());
      }
      case "waitlisted" -> {
        changed(Set.of(event));
        yield new Booking.Waitlisted(placed.place(), placed.number());
      }
      case "unknown" -> new Booking.Unknown();
      // Overriding a seat elsewhere helps to a seat, never to a place in a line.
      case "already", "overlap" -> new Booking.Refused(againstNow(event, client), false);
      // Something came between the question and the deed: both are tried again.
      default -> throw changedMeanwhile();
    };
  }

  private List<BookingRefusal> againstNow(EventId event, ClientId client) {
    return questions
        .about(bindings.required(), event, client)
        .map(this::against)
        .filter(against -> !against.isEmpty())
        .orElseThrow(BookingSteps::changedMeanwhile);
  }

  Cancellation cancel(ParticipantId participant, boolean excused) {
    BookingStatements.Changed changed =
        statements.cancel(bindings.required(), participant, excused);
    return switch (changed.outcome()) {
      case "cancelled", "late_cancelled" -> {
        EventId event = known(changed.event());
        changed(Set.of(event));
        yield new Cancellation.Done(
            event,
            known(changed.client()),
            changed.outcome().equals("late_cancelled"),
            changed.promoted());
      }
      case "already" -> new Cancellation.Already();
      case "marked" -> new Cancellation.Marked();
      case "over" -> new Cancellation.Over();
      default -> new Cancellation.Unknown();
    };
  }

  Move move(ParticipantId participant, EventId event, @Nullable String reason) {
    Binding binding = bindings.required();
    BookingQuestions.Found found = questions.aboutMove(binding, event, participant).orElse(null);
    if (found == null) {
      return new Move.Unknown();
    }
    List<BookingRefusal> against = against(found);
    boolean overrides = overrides(against, reason);
    if (!overrides && !against.isEmpty()) {
      return new Move.Refused(against, mayOverride(found, against));
    }
    BookingStatements.Placed placed = statements.move(binding, participant, event, overrides);
    return switch (placed.outcome()) {
      case "moved" -> {
        changed(Set.of(known(placed.from()), event));
        yield new Move.Done(placed.place(), placed.promoted());
      }
      case "waitlisted" -> {
        changed(Set.of(known(placed.from()), event));
        yield new Move.Waitlisted(placed.place(), placed.number());
      }
      case "full" -> new Move.Full();
      case "not_held" -> new Move.NotHeld();
      case "unknown" -> new Move.Unknown();
      case "overlap" -> new Move.Refused(againstMoveNow(participant, event), false);
      // Something came between the question and the deed: both are tried again.
      default -> throw changedMeanwhile();
    };
  }

  private List<BookingRefusal> againstMoveNow(ParticipantId participant, EventId event) {
    return questions
        .aboutMove(bindings.required(), event, participant)
        .map(this::against)
        .filter(against -> !against.isEmpty())
        .orElseThrow(BookingSteps::changedMeanwhile);
  }

  Restoration restore(ParticipantId participant) {
    BookingStatements.Changed changed = statements.restore(participant);
    return switch (changed.outcome()) {
      case "booked" -> {
        changed(Set.of(known(changed.event())));
        yield new Restoration.Booked();
      }
      case "waitlisted" -> {
        changed(Set.of(known(changed.event())));
        yield new Restoration.Waitlisted(known(changed.position()));
      }
      case "full" -> new Restoration.SeatTaken();
      case "already" -> new Restoration.Already();
      case "unknown" -> new Restoration.Unknown();
      default ->
          new Restoration.Refused(againstNow(known(changed.event()), known(changed.client())));
    };
  }

  Resizing resize(EventId event, @Nullable Integer capacity) {
    BookingStatements.Resized resized = statements.resize(bindings.required(), event, capacity);
    return switch (resized.outcome()) {
      case "resized" -> {
        changed(Set.of(event));
        yield new Resizing.Done(resized.booked(), resized.promoted());
      }
      case "too_small" -> new Resizing.TooSmall(resized.booked());
      default -> new Resizing.Unknown();
    };
  }

  Marking mark(ParticipantId participant, PlaceStatus status) {
    BookingStatements.Changed changed = statements.mark(participant, status);
    return switch (changed.outcome()) {
      case "marked" -> {
        changed(Set.of(known(changed.event())));
        yield Marking.DONE;
      }
      case "unchanged" -> Marking.UNCHANGED;
      case "not_held" -> Marking.NO_SEAT;
      case "cancelled" -> Marking.EVENT_CANCELLED;
      case "too_early" -> Marking.TOO_EARLY;
      default -> Marking.UNKNOWN;
    };
  }

  MarkedTogether mark(
      EventId event, Collection<ParticipantId> places, PlaceStatus seen, PlaceStatus status) {
    BookingStatements.Marked marked = statements.mark(event, places, seen, status);
    if (!marked.places().isEmpty()) {
      changed(Set.of(event));
    }
    return new MarkedTogether(
        switch (marked.outcome()) {
          case "marked" -> marked.places().isEmpty() ? Marking.UNCHANGED : Marking.DONE;
          case "cancelled" -> Marking.EVENT_CANCELLED;
          case "too_early" -> Marking.TOO_EARLY;
          default -> Marking.UNKNOWN;
        },
        marked.places());
  }

  boolean undoWalkIn(EventId event, ParticipantId participant) {
    boolean undone = statements.undoWalkIn(participant);
    if (undone) {
      changed(Set.of(event));
    }
    return undone;
  }

  WalkIn walkIn(EventId event, ClientId client) {
    BookingStatements.Placed placed = statements.walkIn(event, client);
    return switch (placed.outcome()) {
      case "attended" -> {
        changed(Set.of(event));
        yield new WalkIn.Attended(placed.place());
      }
      case "already" -> new WalkIn.Already(placed.place());
      case "cancelled" -> new WalkIn.Refused(WalkIn.Reason.EVENT_CANCELLED);
      case "over" -> new WalkIn.Refused(WalkIn.Reason.OVER);
      case "too_early" -> new WalkIn.Refused(WalkIn.Reason.TOO_EARLY);
      case "standing" -> new WalkIn.Refused(WalkIn.Reason.STANDING);
      case "full" -> new WalkIn.Refused(WalkIn.Reason.FULL);
      default -> new WalkIn.Unknown();
    };
  }

  private List<BookingRefusal> against(BookingQuestions.Found found) {
    return found.against(bindings.required().zone());
  }

  private static boolean isPlace(BookingRefusal why) {
    return why instanceof BookingRefusal.HasPlace;
  }

  private boolean overrides(List<BookingRefusal> against, @Nullable String reason) {
    boolean overrides =
        reason != null
            && !against.isEmpty()
            && against.stream().allMatch(BookingRefusal::overridable);
    if (overrides && reason != null) {
      statements.because(reason);
    }
    return overrides;
  }

  private static boolean mayOverride(BookingQuestions.Found found, List<BookingRefusal> against) {
    return found.mayOverride() && against.stream().allMatch(BookingRefusal::overridable);
  }

  private void changed(Set<EventId> where) {
    events.publishEvent(new BookingsChanged(bindings.required().organization(), where));
  }

  private static <T> T known(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("The database answered without saying whom it concerns");
    }
    return value;
  }

  private static CannotAcquireLockException changedMeanwhile() {
    return new CannotAcquireLockException("Something changed while it was looked at");
  }
}
