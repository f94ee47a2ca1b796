package com.tryzore.crm.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Tells the other desks. What happened is published once, after commit, and reaches every tab that
 * stands in the same organization and listens to the topic; each tab then reads again under its own
 * binding. Listeners run on threads of this class, never on the publisher's: a callback that ran
 * there could find the publisher's transaction and query on its connection.
 *
 * <pre>{@code
 * @TransactionalEventListener(phase = AFTER_COMMIT)
 * void tell(CheckedIn event) {
 *   live.publish(event.organization().value(), "visits", event);
 * }
 *
 * live.subscribe(this, binding.organization().value(), "visits", CheckedIn.class, e -> refresh());
 * }</pre>
 */
@org.springframework.stereotype.Component
public class LiveUpdates implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(LiveUpdates.class);

  private record Topic(UUID organization, String name) {}

  private final ConcurrentMap<Topic, Set<Subscription>> subscriptions = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("live-", 0).factory());

  /** Sends an immutable event to everyone who listens; returns at once and never throws. */
  public void publish(UUID organization, String topic, Object event) {
    Set<Subscription> listeners = subscriptions.get(new Topic(organization, topic));
    if (listeners != null) {
      listeners.forEach(listener -> listener.enqueue(event));
    }
  }

  /**
   * Listens for as long as the component is on screen: from its attachment (or now) to its
   * detachment. Events arrive in the order of publication with the UI locked; those of other types
   * under the same topic are left out.
   *
   * @return takes the listener away for good
   */
  public <E> Registration subscribe(
      Component owner, UUID organization, String topic, Class<E> type, Consumer<E> listener) {
    Topic key = new Topic(organization, topic);
    Slot<E> slot = new Slot<>(key, type, listener);
    Registration attach = owner.addAttachListener(event -> slot.open(event.getUI()));
    Registration detach = owner.addDetachListener(event -> slot.close());
    if (owner.isAttached()) {
      owner.getUI().ifPresent(slot::open);
    }
    return () -> {
      attach.remove();
      detach.remove();
      slot.close();
    };
  }

  /** How many listeners there are, over all organizations. */
  public int listeners() {
    return subscriptions.values().stream().mapToInt(Set::size).sum();
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }

  /** A component's place in the list, filled while the component is on screen. */
  private final class Slot<E> {
    private final Topic topic;
    private final Class<E> type;
    private final Consumer<E> listener;
    private @Nullable Subscription open;

    Slot(Topic topic, Class<E> type, Consumer<E> listener) {
      this.topic = topic;
      this.type = type;
      this.listener = listener;
    }

    void open(UI ui) {
      close();
      Subscription subscription =
          new Subscription(
              ui,
              event -> {
                if (type.isInstance(event)) {
                  listener.accept(type.cast(event));
                }
              });
      open = subscription;
      subscriptions.compute(
          topic,
          (key, known) -> {
            Set<Subscription> set = known == null ? ConcurrentHashMap.newKeySet() : known;
            set.add(subscription);
            return set;
          });
    }

    void close() {
      Subscription subscription = open;
      open = null;
      if (subscription != null) {
        subscription.closed = true;
        subscriptions.computeIfPresent(
            topic,
            (key, known) -> {
              known.remove(subscription);
              return known.isEmpty() ? null : known;
            });
      }
    }
  }

  /** One listening tab: its events wait in order and are delivered by one task at a time. */
  private final class Subscription {
    private final UI ui;
    private final Consumer<Object> listener;
    private final Queue<Object> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile boolean closed;

    Subscription(UI ui, Consumer<Object> listener) {
      this.ui = ui;
      this.listener = listener;
    }

    void enqueue(Object event) {
      waiting.add(event);
      if (scheduled.compareAndSet(false, true)) {
        threads.execute(this::deliver);
      }
    }

    private void deliver() {
      try {
        var unused = ui.access(this::drain); // what it throws goes to the UI’s error handler
      } catch (UIDetachedException gone) {
        log.debug("A tab went away before its update arrived");
      }
    }

    private void drain() {
      scheduled.set(false);
      for (Object event = waiting.poll(); event != null; event = waiting.poll()) {
        if (!closed) {
          listener.accept(event);
        }
      }
    }
  }
}
