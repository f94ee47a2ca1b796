package com.tryzore.crm.schedule.ical;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What stands about an event in words, for a person to map.
 *
 * @param title on one line, at most 200 characters; "?" if the file has none
 * @param kind a guess
 * @param room the place as it is written
 * @param link the place of a virtual one
 * @param trainer as named in the description
 * @param capacity as given in the description
 * @param leadSource of a tour, as given in the description
 * @param description what else stands there, at most 4,000 characters; may be empty
 */
public record DraftFacts(
    String title,
    KindGuess kind,
    Optional<String> room,
    Optional<URI> link,
    Optional<String> trainer,
    OptionalInt capacity,
    Optional<String> leadSource,
    String description) {

  /** What an event seems to be. */
  public enum KindGuess {
    /** Nothing says otherwise. */
    CLASS,
    /** Its category or title says tour. */
    TOUR,
    /** Its category or title says personal training. */
    PERSONAL_TRAINING
  }
}
