package com.tryzore.crm.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down. An account takes eight tries in a row, an address (a whole gym behind one
 * router) forty; after that each gets its tries back evenly over a quarter of an hour. A try that
 * succeeds costs nothing.
 *
 * <p>Where somebody has signed in before, their tries are counted apart from everyone else's: a
 * stranger who keeps guessing cannot lock the desk out of its own account.
 *
 * <p>Memory is bounded: the longest unused entries are forgotten first.
 */
@Component
class SignInThrottle {
  static final int TRIES_PER_ACCOUNT = 8;
  static final int TRIES_PER_ADDRESS = 40;
  static final Duration REFILL = Duration.ofMinutes(15);
  static final int REMEMBERED = 20_000;

  private static final int LONGEST_KEY = 300;

  private final TimeMeter clock;
  private final Map<String, Bucket> accounts = leastRecentlyUsed();
  private final Map<String, Bucket> addresses = leastRecentlyUsed();
  private final Map<String, Bucket> refusals = leastRecentlyUsed();
  private final Map<String, Boolean> known = leastRecentlyUsed();

  @Autowired
  SignInThrottle() {
    this(TimeMeter.SYSTEM_NANOTIME);
  }

  SignInThrottle(TimeMeter clock) {
    this.clock = clock;
  }

  /**
   * A try that may not be made.
   *
   * @param pause how long until the next one may
   * @param first whether it is the first such try within a quarter of an hour, worth a record
   */
  record Refusal(Duration pause, boolean first) {}

  /**
   * Counts a try.
   *
   * @return why this try may not be made; empty when it may
   */
  synchronized Optional<Refusal> count(String email, String address) {
    ConsumptionProbe account = account(email, address).tryConsumeAndReturnRemaining(1);
    ConsumptionProbe origin = address(address).tryConsumeAndReturnRemaining(1);
    long wait =
        Math.max(
            account.isConsumed() ? 0 : account.getNanosToWaitForRefill(),
            origin.isConsumed() ? 0 : origin.getNanosToWaitForRefill());
    if (wait == 0) {
      return Optional.empty();
    }
    Bucket notes = notes(account.isConsumed() ? network(address) : cut(email));
    return Optional.of(new Refusal(Duration.ofNanos(wait), notes.tryConsume(1)));
  }

  /** Gives the try back: it succeeded. */
  synchronized void succeeded(String email, String address) {
    account(email, address).reset();
    known.put(pair(email, address), true);
    address(address).addTokens(1);
  }

  synchronized int remembered() {
    return accounts.size() + addresses.size() + refusals.size() + known.size();
  }

  private Bucket account(String email, String address) {
    String pair = pair(email, address);
    String key = known.get(pair) != null ? pair : cut(email);
    return accounts.computeIfAbsent(key, absent -> bucket(TRIES_PER_ACCOUNT));
  }

  private Bucket notes(String key) {
    return refusals.computeIfAbsent(key, absent -> bucket(1));
  }

  private Bucket address(String address) {
    return addresses.computeIfAbsent(network(address), absent -> bucket(TRIES_PER_ADDRESS));
  }

  private Bucket bucket(int tries) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, REFILL))
        .withCustomTimePrecision(clock)
        .build();
  }

  private static String pair(String email, String address) {
    return cut(email) + ' ' + network(address);
  }

  private static String cut(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.length() <= LONGEST_KEY ? lower : lower.substring(0, LONGEST_KEY);
  }

  /** One IPv6 customer holds a /64 and could change addresses inside it for ever. */
  private static String network(String address) {
    if (address.indexOf(':') < 0 || !address.matches("[0-9a-fA-F:.%a-z]{2,60}")) {
      return cut(address);
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? Arrays.toString(Arrays.copyOf(parsed.getAddress(), 8))
          : cut(address);
    } catch (UnknownHostException malformed) {
      return cut(address);
    }
  }

  private static <V> Map<String, V> leastRecentlyUsed() {
    return new LinkedHashMap<>(64, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
