package com.tryzore.crm.schedule.ui;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * Where an event is moved.
 *
 * @param start local, at the gym
 * @param length how long it lasts then
 */
record MoveTo(LocalDateTime start, Duration length) {}
