package com.tryzore.crm.database;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.util.unit.DataSize;

/** The database in the order in which it comes into being: folder, server, roles, schema. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
@EnableScheduling
class DatabaseConfiguration {

  private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

  @Bean
  DataFolder dataFolder(@Value("${zore.data:data}") Path path) {
    return new DataFolder(path);
  }

  /**
   * The room left where the data folder is, or where it would be: with a database elsewhere it may
   * never have been made.
   */
  @Bean
  DiskSpaceHealthIndicator diskSpaceHealthIndicator(
      @Value("${zore.data:data}") Path path,
      @Value("${management.health.diskspace.threshold:100MB}") DataSize least) {
    return new DiskSpaceHealthIndicator(nearest(path).toFile(), least);
  }

  /** The path, or the nearest folder above it that is there. */
  static Path nearest(Path path) {
    Path at = path.toAbsolutePath();
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }

  @Bean
  DatabaseServer databaseServer(
      DatabaseProperties properties, DataFolder folder, ApplicationContext context) {
    if (properties.isEmbedded()) {
      folder.lock();
    }
    if (context instanceof WebServerApplicationContext) {
      servedPort(context.getEnvironment()).check();
    }
    if (!properties.isEmbedded()) {
      return properties.externalServer();
    }
    return EmbeddedServer.start(folder, folder.privateFolder("runtime"), ServerSettings.durable())
        .keptRunning();
  }

  @Bean
  PreparedDatabase preparedDatabase(
      DatabaseServer server, DatabaseProperties properties, DataFolder folder) {
    Passwords passwords =
        properties.isEmbedded() ? Passwords.kept(folder.secrets()) : properties.passwords(folder);
    PreparedDatabase database = new Bootstrap(server, passwords, properties.nodes()).run();
    if (!database.version().warning().isEmpty()) {
      log.warn(database.version().warning());
    }
    SchemaMigration.apply(database);
    return database;
  }

  private static ServedPort servedPort(Environment environment) {
    return new ServedPort(
        environment.getProperty("server.address"),
        environment.getProperty("server.port", Integer.class, 8080));
  }
}
