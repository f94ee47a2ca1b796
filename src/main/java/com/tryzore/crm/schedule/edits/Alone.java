package com.tryzore.crm.schedule.edits;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * Where an occurrence is that was changed on its own.
 *
 * @param start its local start now; the original one if only its facts were changed
 * @param duration its exact length now
 */
public record Alone(LocalDateTime start, Duration duration) {}
