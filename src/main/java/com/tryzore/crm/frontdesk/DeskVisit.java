package com.tryzore.crm.frontdesk;

import com.tryzore.crm.members.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of today's list.
 *
 * @param visit which visit
 * @param client who came
 * @param name as spoken
 * @param memberNumber the number at this gym
 * @param photoVersion 0 when there is no photo
 * @param at when
 * @param verdict how they came in
 * @param reason why they were let in against the rules
 * @param lastDay the last day on which they may come, as of now
 * @param by who checked them in; null when that account is not seen from here
 * @param undoneBy who took it back; null when it stands (or that account is not seen from here)
 * @param undone whether it was taken back
 */
public record DeskVisit(
    VisitId visit,
    ClientId client,
    String name,
    String memberNumber,
    int photoVersion,
    Instant at,
    VisitVerdict verdict,
    @Nullable String reason,
    @Nullable LocalDate lastDay,
    @Nullable String by,
    @Nullable String undoneBy,
    boolean undone) {}
