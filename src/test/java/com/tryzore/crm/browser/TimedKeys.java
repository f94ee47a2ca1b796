package com.tryzore.crm.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * A keyboard whose keys carry the times at which they were sent, as real ones do, so that a busy
 * machine cannot make a scanner look slow.
 */
final class TimedKeys {

  /** The pause between two keys of a usual scanner, in seconds. */
  static final double SCANNER = 0.008;

  private final CDPSession keyboard;
  private double clock = System.currentTimeMillis() / 1000.0;

  TimedKeys(Page page) {
    keyboard = page.context().newCDPSession(page);
  }

  /** A scanner's burst: the code, then Enter. */
  void burst(String code) {
    pause(1);
    keys(code, SCANNER, SCANNER);
  }

  /** Types and presses Enter, with these pauses in seconds before each key and before Enter. */
  void keys(String text, double gap, double beforeEnter) {
    type(text, gap);
    key("Enter", beforeEnter);
  }

  /** Types with this pause in seconds before each key. */
  void type(String text, double gap) {
    text.codePoints().forEach(point -> key(Character.toString(point), gap));
  }

  /** Presses one key after a pause in seconds. */
  void key(String key, double gap) {
    clock += gap;
    JsonObject down = new JsonObject();
    down.addProperty("type", "keyDown");
    down.addProperty("key", key);
    down.addProperty("text", key.equals("Enter") ? "\r" : key);
    down.addProperty("windowsVirtualKeyCode", key.equals("Enter") ? 13 : key.codePointAt(0));
    down.addProperty("timestamp", clock);
    keyboard.send("Input.dispatchKeyEvent", down);
    JsonObject up = new JsonObject();
    up.addProperty("type", "keyUp");
    up.addProperty("key", key);
    up.addProperty("timestamp", clock + 0.002);
    keyboard.send("Input.dispatchKeyEvent", up);
  }

  /** What an input method shows while it composes. */
  void compose(String text) {
    JsonObject composition = new JsonObject();
    composition.addProperty("text", text);
    composition.addProperty("selectionStart", text.length());
    composition.addProperty("selectionEnd", text.length());
    keyboard.send("Input.imeSetComposition", composition);
  }

  /** Lets the keyboard rest for so many seconds. */
  void pause(double seconds) {
    clock += seconds;
  }
}
