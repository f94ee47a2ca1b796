package com.tryzore.crm.schedule.edits;

import java.time.LocalDateTime;

/**
 * A wish.
 *
 * @param occurrence the original local start of the chosen occurrence
 * @param includesChanged whether occurrences that were changed on their own are changed too; if
 *     not, they stay as they are. The chosen one always changes; cancelled ones stay cancelled
 */
public record SeriesEdit(
    Scope scope, LocalDateTime occurrence, Change change, boolean includesChanged) {}
