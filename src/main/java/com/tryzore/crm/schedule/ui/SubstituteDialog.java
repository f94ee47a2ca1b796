package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.access.UserId;
import com.tryzore.crm.schedule.Candidate;
import com.tryzore.crm.schedule.EventId;
import com.tryzore.crm.schedule.EventRecord;
import com.tryzore.crm.schedule.SeriesId;
import com.tryzore.crm.schedule.Substitution;
import com.tryzore.crm.ui.DayField;
import com.tryzore.crm.ui.FormDialog;
import com.tryzore.crm.ui.Icon;
import com.tryzore.crm.ui.StatusBadge;
import com.tryzore.crm.ui.Tone;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets somebody else teach: one session, or those of its series between two days. Who is free and
 * has the tags comes first; who teaches something else then is told with it.
 */
final class SubstituteDialog extends FormDialog {

  /** Somebody to choose; none is the answer that nobody is found yet. */
  private record Choice(Optional<Candidate> candidate) {}

  private final transient SeriesDialogs kit;
  private final transient EventWords words;
  private final transient EventRecord event;
  private final DayField from = new DayField(getTranslation("schedule.substitute.from"));
  private final DayField to = new DayField(getTranslation("schedule.substitute.to"));
  private final Paragraph which = new Paragraph();
  private final RadioButtonGroup<Choice> people = new RadioButtonGroup<>();
  private final Paragraph trouble = new Paragraph();
  private transient List<EventRecord> sessions = List.of();
  private boolean picked;

  SubstituteDialog(SeriesDialogs kit, EventRecord event, EventWords words) {
    super("");
    this.kit = kit;
    this.event = event;
    this.words = words;
    setHeaderTitle(getTranslation("schedule.substitute.title", event.facts().title()));
    addClassName("substitute-dialog");
    LocalDate day = day(event);
    from.setValue(day);
    to.setValue(day);
    from.setMin(words.formats().today());
    from.addValueChangeListener(change -> find());
    to.addValueChangeListener(change -> find());
    which.getElement().setAttribute("aria-live", "polite");
    people.setLabel(getTranslation("schedule.substitute.who"));
    people.addClassName("scope-choices");
    people.setRenderer(new ComponentRenderer<>(this::person));
    people.addValueChangeListener(
        change -> {
          picked |= change.isFromClient();
          chosen();
        });
    trouble.addClassNames("scope-notice", "zore-tone-caution");
    trouble.getElement().setAttribute("role", "alert");
    trouble.setVisible(false);
    if (event.series() != null) {
      fields(from, to);
    }
    wide(which, trouble, people);
    onSave(this::substitute);
    find();
  }

  /** Reads the sessions of the days, and who could teach them. */
  private void find() {
    trouble.setVisible(false);
    sessions = wanted();
    which.setText(sentence());
    // Whom nobody picked is only the best for the days that were asked about before.
    UserId before = picked ? trainer().orElse(null) : null;
    List<Choice> choices = new ArrayList<>();
    if (!sessions.isEmpty()) {
      kit.substitutes().candidates(ids()).stream()
          .map(candidate -> new Choice(Optional.of(candidate)))
          .forEach(choices::add);
      choices.add(new Choice(Optional.empty()));
    }
    people.setItems(choices);
    people.setVisible(!choices.isEmpty());
    choices.stream()
        .filter(one -> one.candidate().filter(who -> who.trainer().equals(before)).isPresent())
        .findFirst()
        .or(() -> choices.stream().findFirst())
        .ifPresent(people::setValue);
    chosen();
  }

  private List<EventRecord> wanted() {
    SeriesId series = event.series();
    if (series == null) {
      return List.of(event);
    }
    LocalDate first = from.getValue();
    LocalDate last = to.getValue();
    if (first == null || last == null || last.isBefore(first)) {
      return List.of();
    }
    Instant now = Instant.now();
    return kit.plans().sessions(series, first, last).stream()
        .filter(session -> session.startsAt().isAfter(now))
        .toList();
  }

  private String sentence() {
    if (sessions.isEmpty()) {
      return getTranslation("schedule.substitute.none");
    }
    String first = words.formats().weekday(day(sessions.getFirst()));
    return sessions.size() == 1
        ? getTranslation(
            "schedule.substitute.one",
            first,
            words.formats().times(sessions.getFirst().startsAt(), sessions.getFirst().endsAt()))
        : getTranslation(
            "schedule.substitute.many",
            sessions.size(),
            first,
            words.formats().weekday(day(sessions.getLast())));
  }

  private void chosen() {
    boolean busy = candidate().filter(who -> !who.isFree()).isPresent();
    saveWords(getTranslation(busy ? "schedule.substitute.despite" : "schedule.substitute.do"));
    canSave(people.getValue() != null);
  }

  private Div person(Choice choice) {
    Div badges = new Div();
    badges.addClassName("event-badges");
    Div person = new Div();
    person.addClassName("scope-choice");
    Span name =
        new Span(
            choice
                .candidate()
                .map(Candidate::name)
                .orElseGet(() -> getTranslation("schedule.substitute.nobody")));
    name.addClassName("zore-strong");
    person.add(name);
    choice
        .candidate()
        .ifPresent(
            who -> {
              badges.add(
                  who.isFree()
                      ? new StatusBadge(
                          Tone.GOOD, Icon.CHECK, getTranslation("schedule.substitute.free"))
                      : new StatusBadge(
                          Tone.CAUTION, Icon.WARNING, getTranslation("schedule.substitute.busy")));
              who.tags().forEach(tag -> badges.add(new StatusBadge(Tone.QUIET, Icon.TAG, tag)));
              person.add(badges);
              if (!who.isFree()) {
                Span clashes = new Span(new ClashWords(words).list(who.busy()));
                clashes.addClassNames("zore-small", "scope-line");
                person.add(clashes);
              }
            });
    return person;
  }

  private boolean substitute() {
    Choice chosen = people.getValue();
    if (chosen == null || sessions.isEmpty()) {
      return false;
    }
    Candidate who = chosen.candidate().orElse(null);
    Substitution outcome =
        kit.substitutes()
            .substitute(ids(), who == null ? null : who.trainer(), who != null && !who.isFree());
    return switch (outcome) {
      case Substitution.Done done -> {
        new TakingBack(kit.events(), words)
            .offer(
                who == null
                    ? getTranslation("schedule.substitute.doneNobody", done.sessions())
                    : getTranslation("schedule.substitute.done", who.name(), done.sessions()),
                done.change(),
                () -> {});
        yield true;
      }
      case Substitution.TrainerBusy busy -> again("schedule.substitute.busyMeanwhile");
      case Substitution.HasBegun begun -> again("schedule.substitute.begun");
      case Substitution.Unknown unknown -> again("schedule.substitute.gone");
    };
  }

  private boolean again(String key) {
    find();
    trouble.setText(getTranslation(key));
    trouble.setVisible(true);
    return false;
  }

  private Optional<Candidate> candidate() {
    return Optional.ofNullable(people.getValue()).flatMap(Choice::candidate);
  }

  private Optional<UserId> trainer() {
    return candidate().map(Candidate::trainer);
  }

  private List<EventId> ids() {
    return sessions.stream().map(EventRecord::id).toList();
  }

  private LocalDate day(EventRecord session) {
    ZoneId zone = words.binding().zone();
    return LocalDate.ofInstant(session.startsAt(), zone);
  }
}
