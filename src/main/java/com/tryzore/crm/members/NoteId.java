package com.tryzore.crm.members;

import java.util.UUID;

/** Identifies a note about a member. */
public record NoteId(UUID value) {}
