package com.tryzore.crm.schedule.ui;

import com.tryzore.crm.schedule.Clash;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Says what takes place at the same time. */
record ClashWords(EventWords words) {

  /** Yoga, Mon 7 Dec, 18:00–19:00. */
  String say(Clash clash) {
    return words
        .texts()
        .get(
            "schedule.clash.one",
            clash.title(),
            words.formats().weekday(LocalDate.ofInstant(clash.startsAt(), words.binding().zone())),
            words.formats().times(clash.startsAt(), clash.endsAt()));
  }

  /** The same of each. */
  String list(List<Clash> clashes) {
    return clashes.stream().map(this::say).collect(Collectors.joining("; "));
  }
}
