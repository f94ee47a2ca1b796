package com.tryzore.crm.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.access.TestGym;
import com.tryzore.crm.access.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Somebody else teaches. */
@SpringBootTest
class SubstitutesTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Autowired private Substitutes substitutes;
  @Autowired private Events events;
  @Autowired private Rosters rosters;
  @Autowired private Gate gate;
  @Autowired private Bindings bindings;

  private ScheduleGym gym;
  private Binding desk;

  @BeforeEach
  void a_gym() {
    gym = ScheduleGym.open("Substituted");
    desk = bind(gym.gym().person("Sam Staff", Tier.STAFF));
  }

  private Binding bind(TestGym.Person person) {
    return gate.open(person.id(), gym.gym().slug(), Instant.now());
  }

  private <T> T at(Binding binding, Supplier<T> work) {
    return bindings.callAs(binding, work::get);
  }

  private void tag(UUID tag, String type, UUID subject, TestGym.Person by) {
    gym.gym()
        .execute(
            "insert into taggables (organization_id, tag_id, subject_type, subject_id, tagged_by)"
                + " values (?, ?, ?, ?, ?)",
            gym.gym().id().value(),
            tag,
            type,
            subject,
            by.id().value());
  }

  @Test
  void who_is_free_and_has_the_tag_comes_first_and_the_roster_goes_with_the_class() {
    Instant start = Instant.now().plus(Duration.ofDays(2));
    TestGym.Person usual = gym.gym().person("Una Usual", Tier.TRAINER);
    TestGym.Person busy = gym.gym().person("Ben Busy", Tier.TRAINER);
    TestGym.Person free = gym.gym().person("Fay Free", Tier.TRAINER);
    TestGym.Person expert = gym.gym().person("Xena Expert", Tier.TRAINER);
    EventId spin = gym.event("Spin", start, HOUR, 10, usual);
    gym.event("Yoga", start.plus(Duration.ofMinutes(30)), HOUR, 10, busy);
    UUID tag =
        Objects.requireNonNull(
            gym.gym()
                .value(
                    UUID.class,
                    "insert into tags (organization_id, type, name) values (?, 'skill', 'spinning')"
                        + " returning id",
                    gym.gym().id().value()));
    tag(tag, "events", spin.value(), usual);
    tag(tag, "users", expert.id().value(), usual);
    tag(tag, "users", busy.id().value(), usual);

    List<Candidate> candidates = at(desk, () -> substitutes.candidates(List.of(spin)));
    assertThat(candidates)
        .extracting(Candidate::trainer)
        .containsExactly(expert.id(), free.id(), busy.id());
    assertThat(candidates.getFirst().tags()).containsExactly("spinning");
    assertThat(candidates.getLast().busy()).extracting(Clash::title).containsExactly("Yoga");

    assertThat(at(desk, () -> substitutes.substitute(List.of(spin), busy.id(), false)))
        .isInstanceOf(Substitution.TrainerBusy.class);
    Substitution.Done done =
        (Substitution.Done)
            at(desk, () -> substitutes.substitute(List.of(spin), expert.id(), false));
    assertThat(at(bind(expert), () -> rosters.forTrainer(spin))).isEmpty();
    assertThatThrownBy(() -> at(bind(usual), () -> rosters.forTrainer(spin)))
        .isInstanceOf(NotAllowedException.class);
    assertThat(at(desk, () -> events.undo(done.change()))).isInstanceOf(Undo.Done.class);
    assertThat(at(bind(usual), () -> rosters.forTrainer(spin))).isEmpty();
  }

  @Test
  void nobody_of_another_gym_teaches_here_and_trainers_do_not_decide() {
    Instant start = Instant.now().plus(Duration.ofDays(2));
    TestGym.Person usual = gym.gym().person("Una Usual", Tier.TRAINER);
    EventId spin = gym.event("Spin", start, HOUR, 10, usual);
    TestGym.Person stranger = ScheduleGym.open("Rival").gym().person("Rio Rival", Tier.TRAINER);
    assertThat(at(desk, () -> substitutes.substitute(List.of(spin), stranger.id(), true)))
        .isInstanceOf(Substitution.Unknown.class);
    assertThatThrownBy(
            () -> at(bind(usual), () -> substitutes.substitute(List.of(spin), null, true)))
        .isInstanceOf(NotAllowedException.class);
    EventId begun = gym.event("Begun", Instant.now().minusSeconds(60), HOUR, 10, usual);
    assertThat(at(desk, () -> substitutes.substitute(List.of(begun), null, true)))
        .isInstanceOf(Substitution.HasBegun.class);
  }
}
