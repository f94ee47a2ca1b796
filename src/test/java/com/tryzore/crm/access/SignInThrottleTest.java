package com.tryzore.crm.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private final Time time = new Time();
  private final SignInThrottle throttle = new SignInThrottle(time);

  @Test
  void an_account_takes_eight_tries_in_a_row_wherever_they_come_from() {
    for (int i = 0; i < SignInThrottle.TRIES_PER_ACCOUNT; i++) {
      assertThat(throttle.count("anna@gym.test", "192.0.2." + i)).isEmpty();
    }

    var refusal = throttle.count("Anna@gym.test", "192.0.2.99").orElseThrow();
    assertThat(refusal.pause()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(2));
    assertThat(new TooManyTriesException(refusal.pause()).minutes()).isEqualTo(2);
    time.pass(refusal.pause());
    assertThat(throttle.count("anna@gym.test", "192.0.2.99")).isEmpty();
    assertThat(throttle.count("anna@gym.test", "192.0.2.99")).isPresent();
  }

  @Test
  void an_address_takes_forty_tries_whatever_accounts_they_are_for() {
    for (int i = 0; i < SignInThrottle.TRIES_PER_ADDRESS; i++) {
      assertThat(throttle.count("user" + i + "@gym.test", "192.0.2.1")).isEmpty();
    }
    assertThat(throttle.count("another@gym.test", "192.0.2.1")).isPresent();
    assertThat(throttle.count("another@gym.test", "192.0.2.2")).isEmpty();
  }

  @Test
  void addresses_of_one_ipv6_network_count_as_one() {
    for (int i = 0; i < SignInThrottle.TRIES_PER_ADDRESS; i++) {
      throttle.count("user" + i + "@gym.test", "2001:db8:1:2::" + Integer.toHexString(i + 1));
    }
    assertThat(throttle.count("another@gym.test", "2001:db8:1:2:ffff::1")).isPresent();
    assertThat(throttle.count("another@gym.test", "2001:db8:1:3::1")).isEmpty();
  }

  @Test
  void a_stranger_cannot_lock_the_desk_out_of_its_own_account() {
    assertThat(throttle.count("desk@gym.test", "192.0.2.10")).isEmpty();
    throttle.succeeded("desk@gym.test", "192.0.2.10");
    for (int i = 0; i < 100; i++) {
      throttle.count("desk@gym.test", "198.51.100." + i);
    }
    assertThat(throttle.count("desk@gym.test", "198.51.100.200")).isPresent();
    assertThat(throttle.count("desk@gym.test", "192.0.2.10")).isEmpty();
  }

  @Test
  void signing_in_costs_nothing() {
    for (int i = 0; i < 500; i++) {
      assertThat(throttle.count("desk@gym.test", "192.0.2.10")).as("time %d", i).isEmpty();
      throttle.succeeded("desk@gym.test", "192.0.2.10");
    }
  }

  @Test
  void a_refusal_is_worth_a_record_once_in_a_quarter_of_an_hour() {
    for (int i = 0; i < SignInThrottle.TRIES_PER_ACCOUNT; i++) {
      throttle.count("anna@gym.test", "192.0.2.1");
    }
    assertThat(throttle.count("anna@gym.test", "192.0.2.1").orElseThrow().first()).isTrue();
    assertThat(throttle.count("anna@gym.test", "192.0.2.1").orElseThrow().first()).isFalse();
  }

  @Test
  void memory_is_bounded_whatever_is_thrown_at_it() {
    for (int i = 0; i < 3 * SignInThrottle.REMEMBERED; i++) {
      throttle.count(
          "x".repeat(1000) + i, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255));
    }
    assertThat(throttle.remembered()).isLessThanOrEqualTo(4 * SignInThrottle.REMEMBERED);
  }

  private static final class Time implements TimeMeter {
    private long nanos;

    void pass(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
