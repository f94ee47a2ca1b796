package com.tryzore.crm.ui;

import java.util.List;

/**
 * A number beside a place in the navigation, such as what waits unread. A feature offers a bean;
 * the shell asks it under the tab's binding, at first and whenever something is published under one
 * of its topics.
 */
public interface NavigationCount {

  /** The path of the place, relative to {@code /o/{slug}/}, as in its navigation entry. */
  String path();

  /** How many; nothing is shown for zero. */
  int count();

  /** The topics of {@link LiveUpdates} after which the number may be another. */
  List<String> topics();
}
