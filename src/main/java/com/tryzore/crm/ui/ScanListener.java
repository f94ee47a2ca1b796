package com.tryzore.crm.ui;

/**
 * Hears what a card or QR scanner read, on whatever page and in whatever field the burst was typed.
 * The view on screen is asked first when it implements this, then the beans in their
 * {@code @Order}; the first that takes the code ends the round.
 */
@FunctionalInterface
public interface ScanListener {

  /**
   * A burst of at least six characters that ended in Enter, as the scanner typed it.
   *
   * @return whether this listener dealt with it
   */
  boolean scanned(String code);
}
