package com.tryzore.crm.bench;

import com.tryzore.crm.access.Binding;
import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.frontdesk.CheckIn;
import com.tryzore.crm.frontdesk.FrontDesk;
import com.tryzore.crm.frontdesk.Source;
import com.tryzore.crm.members.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many members a desk, and eight at once, can let in: durable, every one a transaction. */
final class CheckIns {
  private final FrontDesk desk;
  private final Bindings bindings;
  private final Binding staff;
  private final Queue<ClientId> queue;

  /**
   * @param members who come, each once; those who may not come in are turned away
   */
  CheckIns(FrontDesk desk, Bindings bindings, Binding staff, List<ClientId> members) {
    this.desk = desk;
    this.bindings = bindings;
    this.staff = staff;
    this.queue = new ConcurrentLinkedQueue<>(members);
  }

  void measure(Report report, int each) throws InterruptedException, ExecutionException {
    report.table(
        "Check-ins",
        "A check-in is five statements: begin, bind, lock and read, write, commit (counted by a test).",
        List.of("desks at once", "check-ins a second", "one, median", "one, 95 %"));
    rush(1, Math.min(50, each));
    report.row(cells(1, rush(1, each)));
    report.row(cells(8, rush(8, each)));
  }

  private static Object[] cells(int desks, Rush rush) {
    return new Object[] {
      desks,
      Math.round(rush.each().count() / rush.seconds()),
      rush.each().median(),
      rush.each().p95()
    };
  }

  private record Rush(Timings each, double seconds) {}

  private Rush rush(int desks, int visits) throws InterruptedException, ExecutionException {
    List<Callable<List<Long>>> work = new ArrayList<>();
    for (int i = 0; i < desks; i++) {
      work.add(() -> letIn(visits / desks));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(desks)) {
      long begun = System.nanoTime();
      List<Long> all = new ArrayList<>();
      for (Future<List<Long>> done : threads.invokeAll(work)) {
        all.addAll(done.get());
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new Rush(new Timings(all.stream().mapToLong(Long::longValue).toArray()), seconds);
    }
  }

  private List<Long> letIn(int visits) {
    List<Long> took = new ArrayList<>();
    while (took.size() < visits) {
      ClientId next = queue.poll();
      if (next == null) {
        throw new IllegalStateException("Nobody is left to come in");
      }
      long begun = System.nanoTime();
      CheckIn answer = bindings.callAs(staff, () -> desk.checkIn(next, Source.SEARCH));
      if (!(answer instanceof CheckIn.Done)) {
        continue;
      }
      took.add(System.nanoTime() - begun);
    }
    return took;
  }
}
