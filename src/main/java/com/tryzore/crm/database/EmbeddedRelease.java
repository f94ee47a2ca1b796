package com.tryzore.crm.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which PostgreSQL comes with the application.
 *
 * @param version of the archives on the class path, such as 18.6.0
 */
record EmbeddedRelease(String version) {

  static EmbeddedRelease read() {
    try (InputStream in =
        EmbeddedRelease.class.getResourceAsStream("embedded-postgres.properties")) {
      if (in == null) {
        throw new IllegalStateException("embedded-postgres.properties is not on the class path");
      }
      Properties properties = new Properties();
      properties.load(in);
      return new EmbeddedRelease(properties.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Data written by one major version can be read by that one only. */
  String major() {
    return version.substring(0, version.indexOf('.'));
  }
}
