package com.tryzore.crm.ui;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * How one reader sees dates, times, numbers and money: in the reader's language and region, at the
 * gym's place. An instant is always shown on the gym's wall clock, wherever the reader sits.
 * Immutable; make one per view with {@link #of}.
 */
public final class Formats {

  private final Locale locale;
  private final ZoneId zone;
  private final Clock clock;
  private final Texts texts;

  private Formats(Locale reader, ZoneId zone, Clock clock) {
    // English without a country: day before month and 24 hours, which nobody can misread.
    this.locale = reader.equals(Locale.ENGLISH) ? Locale.UK : reader;
    this.zone = zone;
    this.clock = clock;
    this.texts = Texts.in(reader);
  }

  /** For a reader of this locale, at a gym in this zone. */
  public static Formats of(Locale reader, ZoneId zone) {
    return new Formats(reader, zone, Clock.systemUTC());
  }

  /** The same, with a clock of one's own. */
  public static Formats of(Locale reader, ZoneId zone, Clock clock) {
    return new Formats(reader, zone, clock);
  }

  /** Today's date at the gym. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** 14 Mar 2026. */
  public String date(LocalDate date) {
    return skeleton("yMMMd").format(date);
  }

  /** 14 Mar 2026: the date an instant falls on at the gym. */
  public String date(Instant instant) {
    return date(LocalDate.ofInstant(instant, zone));
  }

  /** 14 Mar: where the year goes without saying. */
  public String dayAndMonth(LocalDate date) {
    return skeleton("MMMd").format(date);
  }

  /** Sat 14 Mar; with the year when it is not this one. */
  public String weekday(LocalDate date) {
    return skeleton(date.getYear() == today().getYear() ? "MMMEd" : "yMMMEd").format(date);
  }

  /** March 2026. */
  public String month(LocalDate date) {
    return skeleton("yMMMM").format(date);
  }

  /** 18:30 on the gym's clock. */
  public String time(Instant instant) {
    return time(LocalTime.ofInstant(instant, zone));
  }

  /** 18:30. */
  public String time(LocalTime time) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(time);
  }

  /** 14 Mar 2026, 18:30 on the gym's clock. */
  public String dateTime(Instant instant) {
    return texts.get("ui.when.dateAndTime", date(instant), time(instant));
  }

  /**
   * 18:30–19:30; the second clock change of an autumn night shows its offset so that the hour that
   * happens twice can be told apart.
   */
  public String times(Instant from, Instant to) {
    return timeInZone(from) + "–" + timeInZone(to);
  }

  private String timeInZone(Instant instant) {
    ZonedDateTime at = instant.atZone(zone);
    boolean twice = zone.getRules().getValidOffsets(at.toLocalDateTime()).size() > 1;
    return twice ? time(instant) + " (UTC" + at.getOffset().getId() + ")" : time(instant);
  }

  /**
   * A day as people say it: today, tomorrow, yesterday, in 5 days, 3 days ago; beyond 30 days the
   * date itself.
   */
  public String day(LocalDate date) {
    long days = ChronoUnit.DAYS.between(today(), date);
    if (Math.abs(days) > 30) {
      return date(date);
    }
    return switch ((int) days) {
      case 0 -> texts.get("ui.when.today");
      case 1 -> texts.get("ui.when.tomorrow");
      case -1 -> texts.get("ui.when.yesterday");
      default -> days > 0 ? texts.get("ui.when.inDays", days) : texts.get("ui.when.daysAgo", -days);
    };
  }

  /**
   * How long ago something happened: just now, 5 min ago, 2 h ago, yesterday 18:30, then date and
   * time. An instant a little ahead (clocks differ) is just now.
   */
  public String ago(Instant instant) {
    Duration since = Duration.between(instant, clock.instant());
    long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(instant, zone), today());
    if (since.compareTo(Duration.ofMinutes(-1)) < 0 || days > 1) {
      return dateTime(instant);
    }
    if (since.compareTo(Duration.ofMinutes(1)) < 0) {
      return texts.get("ui.when.justNow");
    }
    if (since.compareTo(Duration.ofHours(1)) < 0) {
      return texts.get("ui.when.minutesAgo", since.toMinutes());
    }
    if (days == 0) {
      return texts.get("ui.when.hoursAgo", since.toHours());
    }
    return texts.get("ui.when.yesterdayAt", time(instant));
  }

  /** 1,234. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** 85 %: of a share between 0 and 1. */
  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }

  /** €49.90: with the currency's own number of decimals. */
  public String money(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(money.currency());
    int decimals = Money.decimals(money.currency());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(money.amount());
  }

  /** Whole years lived, today at the gym. */
  public int age(LocalDate birthDate) {
    return Period.between(birthDate, today()).getYears();
  }

  /** Whether it is this person's birthday at the gym; born on 29 February, the 28th counts too. */
  public boolean isBirthday(LocalDate birthDate) {
    LocalDate today = today();
    return !birthDate.isAfter(today) && birthDate.withYear(today.getYear()).equals(today);
  }

  private DateTimeFormatter skeleton(String skeleton) {
    return DateTimeFormatter.ofLocalizedPattern(skeleton).withLocale(locale);
  }
}
