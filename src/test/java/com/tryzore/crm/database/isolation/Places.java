package com.tryzore.crm.database.isolation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Makes specimens for every place at once. */
final class Places {

  private Places() {}

  static List<Specimen> everywhere(RowAt... makers) {
    return Arrays.stream(Place.values())
        .flatMap(place -> Arrays.stream(makers).map(maker -> maker.at(place)))
        .toList();
  }

  /** For every place: once in the subject's own name, once in a colleague's. */
  static List<Specimen> byOneselfAndAnother(Subject subject, Maker maker) {
    return Arrays.stream(Place.values())
        .flatMap(
            place ->
                Stream.of(
                    maker.make(place, subject.person(), "by oneself"),
                    maker.make(place, colleague(subject, place), "in another's name")))
        .toList();
  }

  /** Makes a row at a place. */
  @FunctionalInterface
  interface RowAt {
    Specimen at(Place place);
  }

  /** Makes a row at a place in somebody's name. */
  @FunctionalInterface
  interface Maker {
    Specimen make(Place place, Person person, String how);
  }

  private static Person colleague(Subject subject, Place place) {
    return Person.another(place, subject.tier());
  }
}
