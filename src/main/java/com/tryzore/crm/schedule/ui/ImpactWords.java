package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.SeriesImpact;
import com.tryzore.crm.schedule.edits.Impact;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a change of a series comes to. */
record ImpactWords(EventWords words, boolean factsChange) {

  /** Everything in one line: 12 sessions move · 34 places booked · 30 people are told. */
  String line(SeriesImpact impact) {
    return Stream.concat(
            sessions(impact.sessions()),
            Stream.of(
                part("booked", impact.booked()),
                part("waiting", impact.waiting()),
                part("people", impact.people()),
                part("conflicts", impact.roomClashes().size() + impact.trainerClashes().size()),
                part("kept", impact.sessions().keptChanged())))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** What was done, as a sentence. */
  String done(String title, SeriesImpact impact) {
    return words
        .texts()
        .get(
            "schedule.scope.done",
            title,
            sessions(impact.sessions())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ")));
  }

  private Stream<String> sessions(Impact sessions) {
    Stream<String> all =
        Stream.of(
            part("moved", sessions.moved()),
            part("restated", factsChange ? sessions.restated() : 0),
            part("cancelled", sessions.cancelled()),
            part("created", sessions.created()));
    return sessions.moved() + sessions.cancelled() + sessions.created() == 0 && !factsChange
        ? Stream.of(words.texts().get("schedule.impact.nothing"))
        : all;
  }

  private String part(String what, int number) {
    return number == 0 ? "" : words.texts().get("schedule.impact." + what, number);
  }
}
