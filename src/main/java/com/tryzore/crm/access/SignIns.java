package com.tryzore.crm.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Which sign-ins are over although their HTTP sessions still stand: those older than twelve hours,
 * those nobody has used for thirty minutes, and those of an account whose password has been changed
 * elsewhere. What the database ends by itself needs no entry here.
 */
@Component
public class SignIns {
  /** How long a sign-in lasts, however busy. The database ends every binding then as well. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** How long a sign-in lasts unused. The database ends every binding then as well. */
  public static final Duration LONGEST_IDLE = Duration.ofMinutes(30);

  private static final Logger log = LoggerFactory.getLogger(SignIns.class);

  private final Gate gate;
  private final Clock clock;
  private final Map<UserId, Ending> endings = new ConcurrentHashMap<>();
  private final Set<SignedIn> ended =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  @Autowired
  SignIns(Gate gate) {
    this(gate, Clock.systemUTC());
  }

  SignIns(Gate gate, Clock clock) {
    this.gate = gate;
    this.clock = clock;
  }

  /** Whether this sign-in is over. */
  public boolean isOver(SignedIn who) {
    Ending ending = endings.get(who.user());
    return !clock.instant().isBefore(who.signedInAt().plus(LONGEST))
        || ended.contains(who)
        || (ending != null && ending.ends(who));
  }

  /** Ends a sign-in: its next request is nobody's. */
  public void end(SignedIn who) {
    ended.add(who);
  }

  /**
   * Ends a sign-in because its owner said so, and records it.
   *
   * @param address where the request came from
   */
  public void signOut(SignedIn who, String address) {
    end(who);
    try {
      gate.recordSignIn(who.user(), who.email(), SignInOutcome.SIGNED_OUT, address);
    } catch (DataAccessException unavailable) {
      log.warn("Signing out of {} could not be recorded", who.user(), unavailable);
    }
  }

  /** Ends all sign-ins of an account made so far, except one. */
  void endAllBut(SignedIn staying) {
    Instant now = clock.instant();
    endings.values().removeIf(ending -> ending.before().plus(LONGEST).isBefore(now));
    endings.put(staying.user(), new Ending(now, staying));
  }

  private record Ending(Instant before, SignedIn except) {

    boolean ends(SignedIn who) {
      return !who.equals(except) && !who.signedInAt().isAfter(before);
    }
  }
}
