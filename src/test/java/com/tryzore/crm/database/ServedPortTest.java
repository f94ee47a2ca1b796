package com.tryzore.crm.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ServedPortTest {

  @Test
  void a_busy_port_is_told_before_anything_starts() throws IOException {
    try (ServerSocket other = new ServerSocket(0)) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> new ServedPort(null, port).check())
          .isInstanceOf(StartupFailure.class)
          .hasMessage(
              "Port %d is already in use; stop what listens there, or choose another with --port."
                  .formatted(port));
    }
  }

  @Test
  void a_free_port_stays_free_for_the_web_server() throws IOException {
    int port;
    try (ServerSocket other = new ServerSocket(0)) {
      port = other.getLocalPort();
    }
    new ServedPort("", port).check();
    try (ServerSocket web = new ServerSocket()) {
      assertThatCode(() -> web.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void port_zero_takes_any() {
    assertThatCode(() -> new ServedPort(null, 0).check()).doesNotThrowAnyException();
  }
}
