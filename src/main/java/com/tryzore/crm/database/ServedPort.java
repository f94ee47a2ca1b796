package com.tryzore.crm.database;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * The port that the application will serve. It is tried before the database starts: the web server
 * takes it last of all, and a minute of migrations should not end in a busy port.
 *
 * @param address to listen on; null for every address of the machine
 * @param port 0 for any free one
 */
record ServedPort(@Nullable String address, int port) {

  /**
   * @throws StartupFailure when the port cannot be had
   */
  void check() {
    if (port <= 0) {
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(
          address == null || address.isBlank()
              ? new InetSocketAddress(port)
              : new InetSocketAddress(address, port));
    } catch (BindException e) {
      String reason = String.valueOf(e.getMessage());
      throw reason.contains("in use")
          ? StartupFailure.portInUse(port)
          : new StartupFailure(
              "Port %d cannot be used (%s); choose another with --port.".formatted(port, reason),
              e);
    } catch (IOException e) {
      throw new StartupFailure("Port %d cannot be used (%s).".formatted(port, e), e);
    }
  }
}
