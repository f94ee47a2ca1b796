package com.tryzore.crm.schedule.ical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which zone a TZID means: an IANA name, such a name behind a maker's path, a name of Windows, or
 * what the file's VTIMEZONE says of it. A VTIMEZONE of an unknown name that has the offsets of the
 * gym's zone means the gym's zone.
 */
final class ZoneNames {

  private static final int MOST_DEFINED = 500;

  private final ZoneId gym;
  private final Map<String, Definition> defined = new HashMap<>();

  /**
   * What a VTIMEZONE says.
   *
   * @param location X-LIC-LOCATION, may be empty
   * @param offsets TZOFFSETTO of its observances
   */
  record Definition(String location, Set<String> offsets) {}

  ZoneNames(ZoneId gym) {
    this.gym = gym;
  }

  void define(String name, Definition definition) {
    if (defined.size() < MOST_DEFINED) {
      defined.put(name, definition);
    }
  }

  /** The zone of a TZID. */
  Optional<ZoneId> of(String name) {
    Definition definition = defined.get(name);
    return known(name)
        .or(() -> Optional.ofNullable(definition).flatMap(it -> known(it.location())))
        .or(() -> Optional.ofNullable(definition).filter(this::isLikeTheGyms).map(any -> gym));
  }

  private static Optional<ZoneId> known(String name) {
    List<String> candidates = new ArrayList<>();
    candidates.add(name);
    WindowsZones.iana(name).ifPresent(candidates::add);
    // /freeassociation.sourceforge.net/America/New_York, /mozilla.org/20050126_1/Europe/Berlin
    for (int at = name.indexOf('/'); at >= 0 && at < 200; at = name.indexOf('/', at + 1)) {
      candidates.add(name.substring(at + 1));
    }
    return candidates.stream()
        .filter(candidate -> candidate.length() < 50)
        .map(ZoneNames::iana)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<ZoneId> iana(String name) {
    try {
      return Optional.of(ZoneId.of(name.strip()));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private boolean isLikeTheGyms(Definition definition) {
    Set<String> offsets = new HashSet<>();
    for (int month = 0; month < 12; month++) {
      Instant then = Instant.parse("2026-01-15T12:00:00Z").plusSeconds(month * 30L * 86_400);
      ZoneOffset offset = gym.getRules().getOffset(then);
      offsets.add(offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", ""));
    }
    return offsets.equals(definition.offsets());
  }
}
