package com.tryzore.crm.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Generated secrets, one file each, readable by their owner only. */
final class Secrets {

  private static final int BITS = 256;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path folder;
  private final SecureRandom random = new SecureRandom();

  Secrets(Path folder) {
    this.folder = folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  boolean has(String name) {
    return Files.exists(file(name));
  }

  /** The secret of that name; made of 256 random bits and on disk before this returns when new. */
  String get(String name) {
    try {
      Path file = file(name);
      if (!Files.exists(file)) {
        write(file, generated());
      }
      Files.setPosixFilePermissions(file, OWNER_ONLY);
      String secret = Files.readString(file).strip();
      if (secret.isEmpty()) {
        throw new StartupFailure("The secret in %s is empty; restore it.".formatted(file));
      }
      return secret;
    } catch (IOException e) {
      throw new StartupFailure(
          "The secret %s in %s cannot be read or written (%s).".formatted(name, folder, e), e);
    }
  }

  private String generated() {
    byte[] bytes = new byte[BITS / Byte.SIZE];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void write(Path file, String secret) throws IOException {
    Path fresh = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel =
        FileChannel.open(fresh, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      channel.write(ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
