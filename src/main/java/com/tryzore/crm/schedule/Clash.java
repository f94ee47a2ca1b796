package com.tryzore.crm.schedule;

import java.time.Instant;

/**
 * Another event at the same time, in the same room or with the same trainer.
 *
 * @param at when what clashes with it would begin
 * @param event the other event
 * @param title what that is called
 * @param startsAt when that starts
 * @param endsAt when that ends
 */
public record Clash(Instant at, EventId event, String title, Instant startsAt, Instant endsAt) {}
