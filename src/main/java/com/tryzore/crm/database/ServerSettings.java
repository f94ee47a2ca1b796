package com.tryzore.crm.database;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings of the embedded server.
 *
 * @param fixed hold at every start, whatever the configuration file says
 * @param initial are written into the configuration file when the data are new; its owner may tune
 */
record ServerSettings(Map<String, String> fixed, Map<String, String> initial) {

  private static final long MEGABYTE = 1024L * 1024;

  ServerSettings {
    fixed = new LinkedHashMap<>(fixed);
    initial = new LinkedHashMap<>(initial);
  }

  /** For data that people keep: what was acknowledged survives a power cut. */
  static ServerSettings durable() {
    Map<String, String> fixed = local();
    fixed.put("fsync", "on");
    fixed.put("synchronous_commit", "on");
    fixed.put("full_page_writes", "on");
    return new ServerSettings(fixed, sizedFor(memoryInMegabytes()));
  }

  /** Reachable from this machine only, and by password only. */
  static Map<String, String> local() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.put("password_encryption", "scram-sha-256");
    settings.put("log_directory", "../../logs");
    return settings;
  }

  static Map<String, String> sizedFor(long memoryInMegabytes) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("max_connections", "200");
    settings.put("shared_buffers", Math.clamp(memoryInMegabytes / 8, 128, 2048) + "MB");
    settings.put("effective_cache_size", Math.max(memoryInMegabytes / 2, 256) + "MB");
    settings.put("maintenance_work_mem", "128MB");
    settings.put("max_wal_size", "2GB");
    settings.put("random_page_cost", "1.1");
    settings.put("jit", "off");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    settings.put("log_line_prefix", "%m [%p] %q%u@%d ");
    settings.put("logging_collector", "on");
    settings.put("log_filename", "postgresql-%a.log");
    settings.put("log_truncate_on_rotation", "on");
    settings.put("log_rotation_age", "1d");
    settings.put("log_rotation_size", "0");
    return settings;
  }

  /** As arguments of {@code initdb}. */
  List<String> initialArguments() {
    List<String> arguments = new ArrayList<>();
    initial.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
    return arguments;
  }

  /** As the server's options for {@code pg_ctl}, which hands them to a shell. */
  String options() {
    StringBuilder options = new StringBuilder();
    fixed.forEach((name, value) -> options.append(" -c ").append(name + "='" + value + "'"));
    return options.substring(1);
  }

  private static long memoryInMegabytes() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getTotalMemorySize() / MEGABYTE
        : 1024;
  }
}
