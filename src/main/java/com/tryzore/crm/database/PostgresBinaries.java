package com.tryzore.crm.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server programs that come with the application, unpacked once per installation. */
final class PostgresBinaries {

  private final Path folder;

  private PostgresBinaries(Path folder) {
    this.folder = folder;
  }

  Path initdb() {
    return folder.resolve("bin/initdb");
  }

  Path pgCtl() {
    return folder.resolve("bin/pg_ctl");
  }

  /**
   * Unpacks the archive for this machine beneath {@code parent}, unless it was before. An
   * interrupted unpacking leaves nothing that a later start would take for whole.
   */
  static PostgresBinaries unpackedIn(Path parent) {
    String machine = System.getProperty("os.arch", "");
    try {
      Path folder =
          parent
              .toAbsolutePath()
              .resolve("postgresql-" + EmbeddedRelease.read().version() + "-" + machine);
      if (!Files.isDirectory(folder)) {
        Path fresh = folder.resolveSibling(folder.getFileName() + ".new");
        delete(fresh);
        Files.createDirectories(fresh);
        try (InputStream archive = archiveFor(machine)) {
          unpack(archive, fresh);
        }
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      return new PostgresBinaries(folder);
    } catch (IOException e) {
      throw new StartupFailure(
          "The embedded PostgreSQL cannot be unpacked into %s (%s).".formatted(parent, e), e);
    }
  }

  private static InputStream archiveFor(String machine) throws IOException {
    try {
      String system = System.getProperty("os.name", "").startsWith("Mac") ? "Darwin" : "Linux";
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
    } catch (IllegalStateException e) {
      throw new StartupFailure(
          "There is no embedded PostgreSQL for this machine (%s); use an external one with --database-url."
              .formatted(machine),
          e);
    }
  }

  private static void unpack(InputStream archive, Path target) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("archive entry outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
          boolean executable = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
