package com.tryzore.crm.bench;

import com.tryzore.crm.members.LastVisit;
import com.tryzore.crm.members.MemberStatus;
import com.tryzore.crm.members.RosterFilter;
import com.tryzore.crm.members.RosterOrder;
import com.tryzore.crm.members.RosterOrder.By;
import com.tryzore.crm.tags.TagId;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people type into the roster, and how they filter and sort it; the same at every run. Names
 * are drawn as {@link MillionMembers} draws them: frequent ones are typed often.
 */
final class Keystrokes {
  private static final RosterOrder NATURAL = RosterOrder.NATURAL;
  private static final String[] GIVEN = plain(PeopleNames.given());
  private static final String[] FAMILY = plain(PeopleNames.family());

  private final Random random = new Random(20260314);
  private final int each;
  private final int members;
  private final List<TagId> tags;
  private final LocalDate today = LocalDate.now(ZoneId.systemDefault());
  private final List<Kind> kinds = new ArrayList<>();

  /** One request of the roster: the first page and the count. */
  record Question(RosterFilter filter, RosterOrder order) {}

  /** Questions of one kind. */
  record Kind(String name, List<Question> questions) {}

  /**
   * @param each how many questions of each kind
   * @param members how many members the gym has
   * @param tags tags of the gym
   */
  Keystrokes(int each, int members, List<TagId> tags) {
    this.each = each;
    this.members = members;
    this.tags = tags;
  }

  List<Kind> all() {
    kinds.clear();
    add("first page, nothing typed", () -> new Question(RosterFilter.NONE, NATURAL));
    add("1 letter", () -> typed(name(1)));
    add("2 letters", () -> typed(name(2)));
    add("3 letters", () -> typed(name(3)));
    add("4 letters and more", () -> typed(name(4 + random.nextInt(3))));
    add("a whole name", () -> typed(name(99)));
    add("two words, 3 + 2 letters", () -> typed(family(3) + " " + given(2)));
    add("two words, 1 + 1 letter", () -> typed(family(1) + " " + given(1)));
    add("given and family name", () -> typed(given(99) + " " + family(99)));
    add("a number, first 3 digits", () -> typed(number().substring(0, 3)));
    add("a number, whole", () -> typed(number()));
    add("a telephone number, first digits", () -> typed("0421 " + (10 + random.nextInt(90))));
    add("a telephone number, 9 digits", () -> typed("0421 " + (10_000 + random.nextInt(90_000))));
    add("an e-mail address", () -> typed(given(99) + "." + family(4)));
    add("nobody", () -> typed(family(3) + " xq" + random.nextInt(10)));
    add("a filter", () -> new Question(filter(""), NATURAL));
    add("two filters", () -> new Question(two(""), NATURAL));
    add("1 letter and a filter", () -> new Question(filter(name(1)), NATURAL));
    add("3 letters and a filter", () -> new Question(filter(name(3)), NATURAL));
    add("two words and a filter", () -> new Question(filter(family(3) + " " + given(1)), NATURAL));
    add("sorted, nothing typed", () -> new Question(RosterFilter.NONE, sorted()));
    add("sorted, with a filter", () -> new Question(filter(""), sorted()));
    add("1 letter, sorted", () -> new Question(RosterFilter.typed(name(1)), sorted()));
    add("3 letters, sorted", () -> new Question(RosterFilter.typed(name(3)), sorted()));
    add(
        "3 letters, sorted by name",
        () -> new Question(RosterFilter.typed(family(3)), new RosterOrder(By.NAME, false)));
    add("1 letter and a filter, sorted", () -> new Question(filter(name(1)), sorted()));
    add("3 letters and a filter, sorted", () -> new Question(filter(name(3)), sorted()));
    return List.copyOf(kinds);
  }

  /** What is typed into the palette and the check-in field. */
  List<String> searches() {
    return Stream.generate(() -> name(1 + random.nextInt(5))).limit(each).toList();
  }

  private void add(String name, Supplier<Question> question) {
    kinds.add(new Kind(name, Stream.generate(question).limit(each).toList()));
  }

  private static Question typed(String text) {
    return new Question(RosterFilter.typed(text), NATURAL);
  }

  private String name(int letters) {
    return random.nextBoolean() ? given(letters) : family(letters);
  }

  private String given(int letters) {
    return begin(GIVEN[(int) (Math.pow(random.nextDouble(), 1.6) * GIVEN.length)], letters);
  }

  private String family(int letters) {
    return begin(FAMILY[(int) (Math.pow(random.nextDouble(), 1.8) * FAMILY.length)], letters);
  }

  private String number() {
    return String.format(Locale.ROOT, "%06d", 1 + random.nextInt(members));
  }

  private RosterOrder sorted() {
    By[] by = By.values();
    return new RosterOrder(by[1 + random.nextInt(by.length - 1)], random.nextBoolean());
  }

  private RosterFilter filter(String typed) {
    return switch (random.nextInt(7)) {
      case 0 -> with(typed, Set.of(MemberStatus.ACTIVE), Set.of(), Set.of(), null, null, -1);
      case 1 -> with(typed, Set.of(MemberStatus.PROSPECT), Set.of(), Set.of(), null, null, -1);
      case 2 -> with(typed, Set.of(), Set.of("10 Class Pack"), Set.of(), null, null, -1);
      case 3 ->
          with(
              typed,
              Set.of(),
              Set.of(),
              Set.of(tags.get(random.nextInt(tags.size()))),
              null,
              null,
              -1);
      case 4 -> with(typed, Set.of(), Set.of(), Set.of(), today.minusDays(30), null, -1);
      case 5 -> with(typed, Set.of(), Set.of(), Set.of(), null, new LastVisit.NotFor(90), -1);
      default -> with(typed, Set.of(), Set.of(), Set.of(), null, null, 14);
    };
  }

  private RosterFilter two(String typed) {
    return switch (random.nextInt(3)) {
      case 0 ->
          with(
              typed,
              Set.of(MemberStatus.ACTIVE),
              Set.of(),
              Set.of(),
              null,
              new LastVisit.NotFor(30),
              -1);
      case 1 ->
          with(
              typed,
              Set.of(MemberStatus.ACTIVE, MemberStatus.FROZEN),
              Set.of(),
              Set.of(tags.get(random.nextInt(tags.size()))),
              null,
              null,
              -1);
      default -> with(typed, Set.of(), Set.of("Unlimited Monthly"), Set.of(), null, null, 30);
    };
  }

  private static RosterFilter with(
      String typed,
      Set<MemberStatus> statuses,
      Set<String> plans,
      Set<TagId> tagged,
      @Nullable LocalDate joinedFrom,
      @Nullable LastVisit visit,
      int ends) {
    return new RosterFilter(
        typed,
        statuses,
        plans,
        tagged,
        joinedFrom,
        null,
        Optional.ofNullable(visit),
        ends < 0 ? OptionalInt.empty() : OptionalInt.of(ends));
  }

  private static String begin(String name, int letters) {
    return name.substring(0, Math.min(letters, name.length()));
  }

  private static String[] plain(String[] names) {
    return Stream.of(names)
        .map(name -> Normalizer.normalize(name, Normalizer.Form.NFD))
        .map(name -> name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT))
        .toArray(String[]::new);
  }
}
