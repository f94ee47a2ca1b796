package com.tryzore.crm.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything this installation keeps: the embedded database, its secrets,
 * logs and the unpacked server. One application at a time owns it, by a lock that the operating
 * system takes back when the process dies in whatever way.
 */
final class DataFolder implements AutoCloseable {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;
  private @Nullable FileChannel lockChannel;

  DataFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  Path path() {
    return path;
  }

  Secrets secrets() {
    return new Secrets(privateFolder("secrets"));
  }

  Path logs() {
    return privateFolder("logs");
  }

  /** A folder inside this one that only its owner may enter, made when missing. */
  Path privateFolder(String name) {
    try {
      Path folder = path.resolve(name);
      Files.createDirectories(path);
      if (!Files.isDirectory(folder)) {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      }
      Files.setPosixFilePermissions(folder, OWNER_ONLY);
      return folder;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /**
   * Takes the folder for this process.
   *
   * @throws StartupFailure when another process has it, or it cannot be written
   */
  void lock() {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("zore.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new StartupFailure(
            "Another TryZore CRM already runs on the data in %s; stop it first, or start this one with --data and another folder."
                .formatted(path));
      }
      lockChannel = channel;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Gives the folder back. */
  @Override
  public void close() {
    try {
      if (lockChannel != null) {
        lockChannel.close();
        lockChannel = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private StartupFailure unusable(IOException e) {
    return new StartupFailure(
        "The data folder %s cannot be used (%s); choose another with --data.".formatted(path, e),
        e);
  }
}
