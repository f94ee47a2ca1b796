package com.tryzore.crm.members.imports;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.BindingLostException;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.Gate;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.tags.TagCare;
import com.tryzore.crm.tags.Tags;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs imports, and takes them back, on threads of its own, each under the binding of whoever
 * started it and in one transaction: what is cancelled, fails or is interrupted leaves nothing
 * behind. How far it is is said once a second, in transactions apart, where every node and desk can
 * see it; that is also where it learns that somebody has cancelled it.
 */
@Component
class ImportRunner implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
  private static final int AT_ONCE = 2;
  private static final Duration BETWEEN_WORDS = Duration.ofSeconds(1);

  private final JdbcClient sql;
  private final Bindings bindings;
  private final Gate gate;
  private final ImportJobs jobs;
  private final ImportFiles files;
  private final ImportSurroundings surroundings;
  private final Tags tags;
  private final TagCare care;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate whole;
  private final TransactionTemplate apart;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().name("import-", 1).factory());
  private volatile boolean stopping;

  ImportRunner(
      JdbcClient sql,
      Bindings bindings,
      Gate gate,
      ImportJobs jobs,
      ImportFiles files,
      ImportSurroundings surroundings,
      Tags tags,
      TagCare care,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions) {
    this.sql = sql;
    this.bindings = bindings;
    this.gate = gate;
    this.jobs = jobs;
    this.files = files;
    this.surroundings = surroundings;
    this.tags = tags;
    this.care = care;
    this.events = events;
    this.whole = new TransactionTemplate(transactions);
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Published within the transaction that marked an import as busy.
   *
   * @param work {@code RUNNING} or {@code UNDOING}
   */
  record Begun(Binding binding, ImportId id, ImportStatus work) {}

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void begin(Begun begun) {
    events.publishEvent(new ImportProgressed(begun.binding().organization(), begun.id()));
    // It is heard of while it waits for a thread, too: what is silent is given up.
    Heartbeat heartbeat = new Heartbeat(begun);
    try {
      threads.execute(() -> bindings.runAs(begun.binding(), () -> run(begun, heartbeat)));
    } catch (RejectedExecutionException stopped) {
      heartbeat.close();
      log.info("Import {} was begun while the program stops", begun.id());
    }
  }

  private void run(Begun begun, Heartbeat heartbeat) {
    try (heartbeat) {
      whole.executeWithoutResult(
          status -> {
            if (begun.work() == ImportStatus.UNDOING) {
              takeBack(begun, heartbeat);
            } else {
              importAll(begun, heartbeat);
            }
          });
    } catch (ImportCancelledException cancelled) {
      end(begun, stopping ? ImportFailure.INTERRUPTED : null, cancelled);
    } catch (FileRefusedException refused) {
      end(begun, ImportFailure.FILE, refused);
    } catch (DuplicateKeyException taken) {
      end(begun, ImportFailure.TAKEN, taken);
    } catch (DataIntegrityViolationException touched) {
      end(begun, touched(begun), touched);
    } catch (NotAllowedException noRight) {
      end(begun, ImportFailure.RIGHT, noRight);
    } catch (BindingLostException gone) {
      // Nothing can be said under a binding that is gone: the silence tells the others.
      log.info("Import {} lost its binding; nothing of the work stays", begun.id());
    } catch (RuntimeException trouble) {
      end(begun, ImportFailure.TROUBLE, trouble);
    } finally {
      events.publishEvent(new ImportProgressed(begun.binding().organization(), begun.id()));
    }
  }

  /** A member whom somebody works with in this moment is refused by the database. */
  private static ImportFailure touched(Begun begun) {
    return begun.work() == ImportStatus.UNDOING ? ImportFailure.TOUCHED : ImportFailure.TROUBLE;
  }

  private void takeBack(Begun begun, Heartbeat heartbeat) {
    requireBusy(begun);
    UndoStatements undo = new UndoStatements(sql, begun.id());
    undo.planAnew();
    OptionalInt last = undo.part(0);
    while (last.isPresent()) {
      if (!heartbeat.goOn(last.getAsInt() - 1L, 0, 0)) {
        throw cancelled();
      }
      last = undo.part(last.getAsInt());
    }
    undo.finish();
    events.publishEvent(new MembersImported(begun.binding().organization(), begun.id()));
  }

  /** Somebody may have cancelled it while it waited for a thread. */
  private MemberImport requireBusy(Begun begun) {
    return jobs.find(begun.id())
        .filter(job -> job.status() == begun.work())
        .orElseThrow(ImportRunner::cancelled);
  }

  private void importAll(Begun begun, Heartbeat heartbeat) {
    Binding binding = begun.binding();
    ImportId id = begun.id();
    MemberImport job = requireBusy(begun);
    ImportPlan plan = jobs.plan(id).orElseThrow(ImportRunner::cancelled);
    ImportContext context = surroundings.context();
    ImportSource source = files.source(job);
    sql.sql("select set_config('zore.reason', ?, true)")
        .param("import: " + job.fileName())
        .query()
        .listOfRows();
    ImportTags given = new ImportTags(tags, care);
    ImportWriter writer =
        new ImportWriter(
            new ImportStatements(sql, binding, id),
            new ImportNumbers(sql, apart, source, plan.mapping()),
            given,
            plan.decisions());
    MemberListReader.forEachBatch(
        source, plan.mapping(), context, surroundings.members(id), heartbeat, writer::write);
    if (!jobs.finish(id, writer.counts(), given.made())) {
      throw cancelled();
    }
    files.drop(id);
    events.publishEvent(new MembersImported(binding.organization(), id));
  }

  private static ImportCancelledException cancelled() {
    return new ImportCancelledException();
  }

  private void end(Begun begun, @Nullable ImportFailure failure, RuntimeException cause) {
    if (failure == ImportFailure.TROUBLE) {
      log.error("Import {} failed; nothing of the work stays", begun.id(), cause);
    } else {
      log.info(
          "Import {} stopped: {}; nothing of the work stays",
          begun.id(),
          failure == null ? "cancelled" : failure.word());
    }
    try {
      apart.executeWithoutResult(transaction -> note(begun, failure));
    } catch (RuntimeException unsaid) {
      log.warn("What became of import {} is not noted: {}", begun.id(), unsaid.getMessage());
    }
  }

  private void note(Begun begun, @Nullable ImportFailure failure) {
    if (begun.work() == ImportStatus.UNDOING) {
      jobs.stopUndo(begun.id(), failure);
    } else if (failure == null) {
      jobs.stop(begun.id(), ImportStatus.CANCELLED, null);
      files.drop(begun.id());
    } else {
      jobs.stop(begun.id(), ImportStatus.FAILED, failure);
    }
  }

  /**
   * Says once a second how far the work is, from its acceptance to its commit, and keeps the UI
   * session alive meanwhile. Hears so that somebody has cancelled it.
   */
  private final class Heartbeat implements ImportProgress, AutoCloseable {
    private final Begun begun;
    private final Thread ticker;
    private volatile long done;
    private volatile boolean wanted = true;

    Heartbeat(Begun begun) {
      this.begun = begun;
      this.ticker = Thread.ofVirtual().name("import-heartbeat").start(this::beat);
    }

    @Override
    public boolean goOn(long rows, long bytes, long totalBytes) {
      done = rows;
      return wanted && !stopping;
    }

    private void beat() {
      try {
        while (wanted && !stopping) {
          Thread.sleep(BETWEEN_WORDS);
          bindings.runAs(begun.binding(), this::say);
        }
      } catch (InterruptedException over) {
        Thread.currentThread().interrupt();
      }
    }

    private void say() {
      try {
        gate.touch(begun.binding());
        wanted =
            Boolean.TRUE.equals(
                apart.execute(status -> jobs.advance(begun.id(), begun.work(), done)));
        events.publishEvent(new ImportProgressed(begun.binding().organization(), begun.id()));
      } catch (BindingLostException | NotAllowedException withdrawn) {
        wanted = false;
      } catch (RuntimeException unsaid) {
        log.debug("Import {} could not say how far it is", begun.id(), unsaid);
      }
    }

    @Override
    public void close() {
      wanted = false;
      ticker.interrupt();
    }
  }

  /** Stops what runs; it is rolled back and says that it was interrupted. */
  @Override
  public void destroy() {
    stopping = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException impatient) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
