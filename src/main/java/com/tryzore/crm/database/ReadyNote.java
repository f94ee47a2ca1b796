package com.tryzore.crm.database;

/**
 * A few words that the line printed at readiness ends with, such as the demo accounts. Beans of
 * this type are collected in their order; each is asked once, when the application is ready.
 */
@FunctionalInterface
public interface ReadyNote {

  /** The words, on one line; empty when there is nothing to say. */
  String text();
}
