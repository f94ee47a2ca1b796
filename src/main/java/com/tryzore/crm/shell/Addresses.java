package com.tryzore.crm.shell;

import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses that lead out of trouble. Those from outside are looked at closely before use. */
final class Addresses {

  /** An organization's view of this application, never another host. */
  private static final Pattern OURS =
      Pattern.compile("o/[a-z0-9-]{1,80}(/[A-Za-z0-9._~-]{1,80}){0,8}(\\?[^\\s<>\"']{0,500})?");

  private Addresses() {}

  /** The organization's front door, or the application's when the location is in none. */
  static String home(Location location) {
    List<String> segments = location.getSegments();
    String home = segments.size() > 1 ? segments.get(0) + "/" + segments.get(1) : "";
    return isOurs(home) ? home : "";
  }

  /** The same place once more. */
  static String again(Location location) {
    String same = location.getPathWithQueryParameters();
    return isOurs(same) ? same : "";
  }

  static boolean isOurs(String address) {
    return OURS.matcher(address).matches();
  }
}
