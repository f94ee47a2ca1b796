package com.tryzore.crm.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** A thread that takes one step of a transaction when told, and holds each answer to the model. */
final class DeskInTurn implements AutoCloseable {
  private final Access access;
  private final ViewsModel model;
  private final Map<String, Integer> done;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  private @Nullable Open open;

  /** The transaction that a desk has open. */
  private record Open(
      TabInTurn tab,
      Binding binding,
      TransactionStatus status,
      ViewsModel.Transaction views,
      boolean hasWritten) {}

  DeskInTurn(Access access, ViewsModel model, Map<String, Integer> done) {
    this.access = access;
    this.model = model;
    this.done = done;
  }

  boolean isIdle() {
    return open == null;
  }

  boolean works(Tier tier) {
    return open != null && open.binding().tier() == tier;
  }

  TabInTurn requiredTab() {
    return required().tab();
  }

  /** Whether it holds rows that the same person's other tab would wait for. */
  boolean writesAs(TabInTurn tab) {
    return open != null
        && open.hasWritten()
        && open.tab().person().equals(tab.person())
        && open.tab().place().equals(tab.place());
  }

  void begin(TabInTurn tab) throws Exception {
    if (tab.open()) {
      count("open");
    }
    Binding binding = tab.binding();
    TransactionStatus status =
        as(binding, () -> access.transactions.getTransaction(new DefaultTransactionDefinition()));
    open = new Open(tab, binding, status, model.begin(), false);
  }

  void lookUnbound() throws Exception {
    run(
        () -> {
          assertThatThrownBy(() -> access.sql.sql("select 1").query(Integer.class).single())
              .isInstanceOf(NotBoundException.class);
          assertThatThrownBy(() -> access.required().executeWithoutResult(begun -> {}))
              .isInstanceOf(NotBoundException.class);
          return true;
        });
    count("unbound");
  }

  /** One random step. */
  void step(Random random, TabInTurn other, boolean alone) throws Exception {
    Open now = required();
    int dice = random.nextInt(20);
    if (dice < 3) {
      end(random.nextInt(3) > 0);
      return;
    }
    boolean live = now.tab().isLive(now.binding());
    if (!live) {
      lose(dice % 2 == 0 ? "select count(*) from saved_views" : "delete from saved_views");
    } else if (dice < 6 && alone) {
      add(random, other);
    } else if (dice < 8 && alone) {
      change("q" + random.nextInt(1000));
    } else if (dice < 10 && alone && !now.views().ids().isEmpty()) {
      remove(pick(random, now.views().ids()));
    } else if (dice == 10) {
      fail();
    } else if (dice == 11 && !other.person().equals(now.tab().person())) {
      nestAs(other);
    } else if (dice == 12) {
      nest();
    } else {
      look(false);
    }
  }

  /** Commits whatever is open. */
  void leave() throws Exception {
    if (open != null) {
      end(true);
    }
  }

  private void look(boolean nested) throws Exception {
    Open now = required();
    Set<String> seen =
        as(
            now.binding(),
            () -> {
              if (nested) {
                return Objects.requireNonNull(
                    access.required().execute(begun -> new TreeSet<>(views())));
              }
              return new TreeSet<>(views());
            });
    assertThat(seen)
        .as("%s looks", now.tab())
        .isEqualTo(now.views().seen(now.binding().user(), now.binding().organization(), tier(now)));
    assertThat(
            as(
                now.binding(),
                () ->
                    access
                        .sql
                        .sql(
                            "select concat_ws(' ', session_user, access.tier(), access.user_id(),"
                                + " access.organization_id(), access.session_id())")
                        .query(String.class)
                        .single()))
        .isEqualTo(
            "%s %s %s %s %s"
                .formatted(
                    tier(now).login(),
                    tier(now).key(),
                    now.binding().user().value(),
                    now.binding().organization().value(),
                    now.binding().session().value()));
    count(nested ? "nest" : "look");
  }

  private Set<String> views() {
    return Set.copyOf(
        access.sql.sql("select id || ' ' || query from saved_views").query(String.class).list());
  }

  private void nest() throws Exception {
    look(true);
  }

  /** Nobody joins; the one who was here goes on as if nothing had been. */
  private void nestAs(TabInTurn other) throws Exception {
    Open now = required();
    if (other.isOpen()) {
      as(
          now.binding(),
          () -> {
            assertThatThrownBy(
                    () ->
                        access.bindings.callAs(
                            other.binding(), () -> access.required().execute(begun -> views())))
                .isInstanceOf(OtherBindingException.class);
            assertThatThrownBy(() -> access.bindings.callAs(other.binding(), this::views))
                .isInstanceOf(OtherBindingException.class);
            return true;
          });
      count("nest as another");
      look(false);
    }
  }

  /** In one's own name at one's own place it works; with anybody else's id it is refused. */
  private void add(Random random, TabInTurn other) throws Exception {
    Open now = required();
    boolean honest = random.nextInt(4) > 0;
    OrganizationId place =
        honest || random.nextBoolean() ? now.binding().organization() : other.place().id();
    UserId owner = honest || random.nextBoolean() ? now.binding().user() : other.person().id();
    ViewsModel.View view =
        new ViewsModel.View(
            new UUID(random.nextLong(), random.nextLong()),
            place,
            owner,
            random.nextBoolean(),
            "new");
    if (view.isOf(now.binding().user(), now.binding().organization())) {
      assertThat(as(now.binding(), () -> insert(view))).isEqualTo(1);
      now.views().put(view);
      wrote();
      count("add");
    } else {
      assertThatThrownBy(() -> as(now.binding(), () -> insert(view)))
          .as("%s adds %s", now.tab(), view)
          .isInstanceOf(NotAllowedException.class);
      count("refused");
      rollBack();
    }
  }

  private int insert(ViewsModel.View view) {
    return access
        .sql
        .sql(
            "insert into saved_views (organization_id, id, user_id, screen, name, query, is_shared)"
                + " values (?, ?, ?, 'members', ?, ?, ?)")
        .params(
            view.gym().value(),
            view.id(),
            view.owner().value(),
            view.id().toString(),
            view.query(),
            view.shared())
        .update();
  }

  private void change(String query) throws Exception {
    Open now = required();
    int expected = now.views().change(now.binding().user(), now.binding().organization(), query);
    assertThat(
            as(
                now.binding(),
                () -> access.sql.sql("update saved_views set query = ?").param(query).update()))
        .as("%s changes everything", now.tab())
        .isEqualTo(expected);
    wrote();
    count("change");
  }

  private void remove(UUID id) throws Exception {
    Open now = required();
    int expected = now.views().remove(now.binding().user(), now.binding().organization(), id);
    assertThat(
            as(
                now.binding(),
                () -> access.sql.sql("delete from saved_views where id = ?").param(id).update()))
        .as("%s removes %s", now.tab(), id)
        .isEqualTo(expected);
    wrote();
    count("remove");
  }

  private void fail() throws Exception {
    Open now = required();
    assertThatThrownBy(
            () ->
                as(
                    now.binding(),
                    () -> access.sql.sql("select 1 / 0").query(Integer.class).single()))
        .isInstanceOf(DataIntegrityViolationException.class);
    count("fail");
    rollBack();
  }

  private void lose(String sql) throws Exception {
    Open now = required();
    assertThatThrownBy(() -> as(now.binding(), () -> access.sql.sql(sql).query().listOfRows()))
        .as("%s, who has lost the binding", now.tab())
        .isInstanceOf(BindingLostException.class);
    count("lost");
    rollBack();
  }

  private void end(boolean commits) throws Exception {
    Open now = required();
    if (!commits) {
      rollBack();
      count("roll back");
      return;
    }
    as(
        now.binding(),
        () -> {
          access.transactions.commit(now.status());
          return true;
        });
    now.views().commit();
    open = null;
    count("commit");
  }

  private void rollBack() throws Exception {
    Open now = required();
    as(
        now.binding(),
        () -> {
          access.transactions.rollback(now.status());
          return true;
        });
    open = null;
  }

  private void wrote() {
    Open now = required();
    open = new Open(now.tab(), now.binding(), now.status(), now.views(), true);
  }

  private Open required() {
    return Objects.requireNonNull(open);
  }

  private static Tier tier(Open now) {
    return now.binding().tier();
  }

  private static UUID pick(Random random, Set<UUID> ids) {
    return ids.stream().skip(random.nextInt(ids.size())).findFirst().orElseThrow();
  }

  private void count(String what) {
    done.merge(what, 1, Integer::sum);
  }

  private <T> T as(Binding binding, Callable<T> work) throws Exception {
    return run(() -> access.bindings.callAs(binding, work::call));
  }

  private <T> T run(Callable<T> work) throws Exception {
    try {
      return thread.submit(work).get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case Exception inside -> throw inside;
        case Error inside -> throw inside;
        case null, default -> throw failed;
      }
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
