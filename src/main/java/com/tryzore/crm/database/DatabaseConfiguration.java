package com.tryzore.crm.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database in the order in which it comes into being: folder, server, roles, schema. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

  @Bean
  DataFolder dataFolder(@Value("${zore.data:data}") Path path) {
    return new DataFolder(path);
  }

  @Bean
  DatabaseServer databaseServer(DatabaseProperties properties, DataFolder folder) {
    if (!properties.isEmbedded()) {
      return properties.externalServer();
    }
    folder.lock();
    return EmbeddedServer.start(folder, folder.privateFolder("runtime"), ServerSettings.durable());
  }

  @Bean
  PreparedDatabase preparedDatabase(
      DatabaseServer server, DatabaseProperties properties, DataFolder folder) {
    Passwords passwords =
        properties.isEmbedded() ? Passwords.kept(folder.secrets()) : properties.passwords(folder);
    PreparedDatabase database = new Bootstrap(server, passwords, properties.nodes()).run();
    SchemaMigration.apply(database);
    return database;
  }
}
