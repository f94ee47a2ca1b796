package com.tryzore.crm.members.imports;

import com.tryzore.crm.access.Bindings;
import com.tryzore.crm.access.NotAllowedException;
import com.tryzore.crm.access.Permission;
import com.tryzore.crm.members.ClientId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports of members into the bound gym, from the file to the undo. Whoever has no right to import
 * sees none and starts none ({@link Permission#MEMBERS_IMPORT}).
 */
@Service
@Transactional
public class MemberImports {
  private static final int LISTED_OBSTACLES = 200;
  private static final int LONGEST_FILE_NAME = 255;

  private final JdbcClient sql;
  private final Bindings bindings;
  private final ImportJobs jobs;
  private final ImportSweep sweep;
  private final ImportFiles files;
  private final ImportSurroundings surroundings;
  private final ApplicationEventPublisher events;

  MemberImports(
      JdbcClient sql,
      Bindings bindings,
      ImportJobs jobs,
      ImportSweep sweep,
      ImportFiles files,
      ImportSurroundings surroundings,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.bindings = bindings;
    this.jobs = jobs;
    this.sweep = sweep;
    this.files = files;
    this.surroundings = surroundings;
    this.events = events;
  }

  /** What came of bringing a file. */
  public sealed interface Upload {
    /** The file is kept, and this is what it probably means. */
    record Kept(ImportId id) implements Upload {}

    /** The file is no list of members, or not a whole one; it is not kept. */
    record NotKept(Inspection why) implements Upload {}
  }

  /**
   * Brings a file. One that cannot be read is not kept.
   *
   * @param fileName as it was called where it came from
   * @param file its bytes
   * @throws NotAllowedException when the account may not import
   */
  public Upload upload(String fileName, ImportSource file, ImportProgress progress) {
    sweep.giveUpForgotten();
    Inspection look = MemberListReader.inspect(file, surroundings.context(), progress);
    if (!(look instanceof Inspection.Understood understood)) {
      return new Upload.NotKept(look);
    }
    byte[] digest = digest(file);
    ImportId id =
        jobs.add(
            shortened(fileName),
            file.size(),
            digest,
            understood.rows(),
            ImportPlan.of(understood.suggestion()));
    try (InputStream bytes = file.open()) {
      files.keep(id, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Upload.Kept(id);
  }

  private static byte[] digest(ImportSource file) {
    try (DigestInputStream bytes =
        new DigestInputStream(file.open(), MessageDigest.getInstance("SHA-256"))) {
      bytes.transferTo(OutputStream.nullOutputStream());
      return bytes.getMessageDigest().digest();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String shortened(String fileName) {
    String name = fileName.strip().replaceAll("\\p{Cntrl}", "");
    if (name.isEmpty()) {
      return "members.csv";
    }
    return name.length() <= LONGEST_FILE_NAME
        ? name
        : name.substring(name.length() - LONGEST_FILE_NAME);
  }

  /** One import; empty for one that is not here. */
  public Optional<MemberImport> find(ImportId id) {
    sweep.giveUpSilent();
    return jobs.find(id);
  }

  /** The latest imports, newest first. */
  public List<MemberImport> recent(int limit) {
    sweep.giveUpSilent();
    return jobs.recent(limit);
  }

  /** What was decided about an import so far. */
  @Transactional(readOnly = true)
  public Optional<ImportPlan> plan(ImportId id) {
    return jobs.plan(id);
  }

  /** Looks at the file of an import again, read as the dialect says. */
  @Transactional(readOnly = true)
  public Inspection inspect(MemberImport job, Dialect dialect, ImportProgress progress) {
    return MemberListReader.inspect(files.source(job), dialect, surroundings.context(), progress);
  }

  /** Finds out what an import would do now. */
  @Transactional(readOnly = true)
  public DryRunResult dryRun(MemberImport job, ImportMapping mapping, ImportProgress progress) {
    return MemberListReader.dryRun(
        files.source(job),
        mapping,
        surroundings.context(),
        surroundings.members(job.id()),
        progress);
  }

  /**
   * Keeps what was decided about an import that has not been started.
   *
   * @param rows how many members the file holds under this mapping
   * @return false when it was started or given up in the meantime
   */
  public boolean save(ImportId id, ImportPlan plan, int rows) {
    return jobs.savePlan(id, plan, rows);
  }

  /**
   * Starts an import in the background, as it was decided; {@link ImportProgressed} tells how it
   * goes.
   *
   * @return false when it was started or given up in the meantime
   */
  public boolean start(ImportId id) {
    if (!files.has(id) || !jobs.begin(id)) {
      return false;
    }
    events.publishEvent(new ImportRunner.Begun(bindings.required(), id, ImportStatus.RUNNING));
    return true;
  }

  /**
   * Cancels what runs, within a few seconds: nothing of an import is imported, all of one that is
   * being taken back still stands.
   *
   * @return false when it was over already
   */
  public boolean cancel(ImportId id) {
    return jobs.stopUndo(id, null) || jobs.stop(id, ImportStatus.CANCELLED, null);
  }

  /** Gives up an import that was not started, and its file. */
  public void discard(ImportId id) {
    if (jobs.stop(id, ImportStatus.CANCELLED, null)) {
      files.drop(id);
    }
  }

  /**
   * Starts to take a whole import back in the background: members it made go, members it updated
   * get back what they had. All or nothing; refused once others have worked with one of these
   * members.
   *
   * @throws NotAllowedException when the account may not import
   */
  public UndoResult undo(ImportId id) {
    if (jobs.find(id).map(MemberImport::status).orElse(null) != ImportStatus.DONE) {
      return new UndoResult.NotDone();
    }
    List<UndoObstacle> obstacles = obstacles(id);
    if (!obstacles.isEmpty()) {
      return new UndoResult.Refused(
          obstacles.subList(0, Math.min(obstacles.size(), LISTED_OBSTACLES)), obstacles.size());
    }
    if (!jobs.beginUndo(id)) {
      return new UndoResult.NotDone();
    }
    events.publishEvent(new ImportRunner.Begun(bindings.required(), id, ImportStatus.UNDOING));
    return new UndoResult.Started();
  }

  /** The members whom others have worked with since the import; while there is one, no undo. */
  @Transactional(readOnly = true)
  public List<UndoObstacle> obstacles(ImportId id) {
    return sql.sql("select * from members.import_obstacles(?)")
        .param(id.value())
        .query(
            (row, number) ->
                new UndoObstacle(
                    row.getInt("row_number"),
                    new ClientId(row.getObject("client_id", UUID.class)),
                    row.getString("member_number"),
                    row.getString("label"),
                    UndoObstacle.Kind.of(row.getString("obstacle"))))
        .list();
  }

  /** Notes in the audit trail that somebody takes the report of an import away. */
  public void logReport(ImportId id) {
    sql.sql("select members.log_import_report(?)").param(id.value()).query().listOfRows();
  }

  /**
   * What became of the rows of an import, in their order.
   *
   * @param after the number of the last row seen; 0 to begin
   */
  @Transactional(readOnly = true)
  public List<ImportedRow> rows(ImportId id, int after, int limit) {
    return sql.sql(
            """
            select row_number, outcome, client_id, problems, member_number, label
              from import_rows
             where organization_id = ?
               and import_id = ?
               and row_number > ?
             order by row_number
             limit ?
            """)
        .params(bindings.required().organization().value(), id.value(), after, limit)
        .query((row, number) -> ImportedRow.of(row))
        .list();
  }
}
