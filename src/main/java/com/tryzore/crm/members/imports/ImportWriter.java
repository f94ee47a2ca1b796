package com.tryzore.crm.members.imports;

import com.tryzore.crm.members.imports.ImportReport.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one running import, some hundreds with each statement, within one transaction:
 * members, their standings, tags, notes, and what became of every row.
 */
final class ImportWriter {
  private static final int PLANS_AFTER_GROWTH = 4;

  private final ImportStatements statements;
  private final ImportNumbers numbers;
  private final ImportTags tags;
  private final DuplicateDecisions decisions;
  private int batches;
  private int nextPlans = 1;
  private int created;
  private int updated;
  private int skipped;
  private int rejected;

  ImportWriter(
      ImportStatements statements,
      ImportNumbers numbers,
      ImportTags tags,
      DuplicateDecisions decisions) {
    this.statements = statements;
    this.numbers = numbers;
    this.tags = tags;
    this.decisions = decisions;
  }

  MemberImport.Counts counts() {
    return new MemberImport.Counts(created, updated, skipped, rejected);
  }

  void write(List<ExaminedRow> batch) {
    List<RowPlan.Create> creates = new ArrayList<>();
    List<RowPlan.Update> updates = new ArrayList<>();
    JsonRows outcomes = new JsonRows();
    for (ExaminedRow examined : batch) {
      switch (examined.plan(decisions)) {
        case RowPlan.Create create -> creates.add(create);
        case RowPlan.Update update -> updates.add(update);
        case RowPlan.Skip skip -> skipped(skip, outcomes);
        case RowPlan.Reject reject -> rejected(reject.row(), outcomes);
      }
    }
    create(creates, outcomes);
    update(updates);
    statements.outcomes(outcomes);
    if (++batches == nextPlans) {
      nextPlans *= PLANS_AFTER_GROWTH;
      statements.planAnew();
    }
  }

  private void create(List<RowPlan.Create> creates, JsonRows outcomes) {
    if (creates.isEmpty()) {
      return;
    }
    created += creates.size();
    Iterator<UUID> ids = statements.ids(creates.size()).iterator();
    Iterator<String> free =
        numbers.next((int) creates.stream().filter(ImportWriter::needsNumber).count()).iterator();
    JsonRows members = new JsonRows();
    JsonRows tagged = new JsonRows();
    JsonRows notes = new JsonRows();
    for (RowPlan.Create create : creates) {
      MemberDraft draft = create.row().member();
      UUID id = ids.next();
      String number = needsNumber(create) ? free.next() : draft.memberNumber();
      MemberRows.write(members.add().put("id", id), draft).put("number", number);
      List<UUID> tagIds = tags.ids(draft.tags());
      tagIds.forEach(tag -> tagged.add().put("client", id).put("tag", tag));
      if (draft.notes() != null) {
        notes.add().put("id", id).put("client", id).put("body", draft.notes());
      }
      outcome(outcomes, create.row(), Outcome.CREATED, id)
          .put("number", number)
          .put("version", 0)
          .put("note", draft.notes() == null ? null : id)
          .putAll("tags", tagIds)
          .putAll("problems", problems(create.row()));
    }
    statements.addMembers(members);
    statements.tag(tagged);
    statements.note(notes);
  }

  private static boolean needsNumber(RowPlan.Create create) {
    return create.numberTaken() || create.row().member().memberNumber() == null;
  }

  /** A member whom two rows update gets the first, then the second. */
  private void update(List<RowPlan.Update> updates) {
    List<RowPlan.Update> together = new ArrayList<>();
    Set<UUID> clients = new HashSet<>();
    for (RowPlan.Update update : updates) {
      if (!clients.add(update.member().clientId())) {
        change(together);
        together.clear();
        clients.clear();
        clients.add(update.member().clientId());
      }
      together.add(update);
    }
    change(together);
    updated += updates.size();
  }

  private void change(List<RowPlan.Update> updates) {
    JsonRows outcomes = new JsonRows();
    JsonRows changed = new JsonRows();
    JsonRows tagged = new JsonRows();
    JsonRows notes = new JsonRows();
    for (RowPlan.Update update : updates) {
      MemberDraft draft = update.row().member();
      int number = update.row().number();
      UUID id = update.member().clientId();
      JsonRows.Row row = MemberRows.write(changed.add().put("row", number).put("id", id), draft);
      if (!draft.statusGiven()) {
        row.remove("status");
      }
      tags.ids(draft.tags())
          .forEach(tag -> tagged.add().put("row", number).put("client", id).put("tag", tag));
      if (draft.notes() != null) {
        notes.add().put("row", number).put("client", id).put("body", draft.notes());
      }
    }
    Map<Integer, List<UUID>> newTags = statements.tagAgain(tagged);
    Map<Integer, UUID> newNotes = statements.noteAgain(notes);
    for (RowPlan.Update update : updates) {
      int number = update.row().number();
      outcome(outcomes, update.row(), Outcome.UPDATED, update.member().clientId())
          .put("number", update.member().memberNumber())
          .put("note", newNotes.get(number))
          .putAll("tags", newTags.getOrDefault(number, List.of()))
          .putAll("problems", problems(update.row()));
    }
    statements.outcomes(outcomes);
    statements.changeMembers(changed);
  }

  private void skipped(RowPlan.Skip skip, JsonRows outcomes) {
    skipped++;
    Duplicate duplicate = skip.because();
    UUID like =
        duplicate.matches().isEmpty() ? null : duplicate.matches().getFirst().member().clientId();
    outcome(outcomes, skip.row(), Outcome.SKIPPED, like)
        .put("number", skip.row().member().memberNumber())
        .putAll("tags", List.of())
        .putAll("problems", List.of(duplicate.kind().messageKey()));
  }

  private void rejected(ImportRow.Rejected row, JsonRows outcomes) {
    rejected++;
    outcomes
        .add()
        .put("row", row.number())
        .put("outcome", word(Outcome.REJECTED))
        .put("number", row.memberNumber())
        .put("label", row.name())
        .putAll("tags", List.of())
        .putAll("problems", row.problems().stream().map(at -> at.problem().messageKey()).toList());
  }

  private static JsonRows.Row outcome(
      JsonRows rows, ImportRow.Accepted row, Outcome outcome, @Nullable UUID client) {
    return rows.add()
        .put("row", row.number())
        .put("outcome", word(outcome))
        .put("client", client)
        .put("label", row.member().fullName());
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> problems(ImportRow.Accepted row) {
    return row.warnings().stream().sorted().map(warning -> warning.messageKey()).toList();
  }
}
