package com.tryzore.crm.access;

import com.tryzore.crm.database.LoginCredentials;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between the driver and the server and listens: which statements were parsed, and how many
 * times the server was asked to answer (Sync messages of the extended protocol, Query messages of
 * the simple one). Can also be unplugged. PostgreSQL manual, 54.7 Message Formats.
 */
final class WireTap implements LoginCredentials, AutoCloseable {
  private static final int PROTOCOL_3 = 3 << 16;

  private final LoginCredentials server;
  private final URI target;
  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final List<String> statements = new ArrayList<>();
  private int questions;
  private volatile boolean plugged = true;

  WireTap(LoginCredentials server) throws IOException {
    this.server = server;
    this.target = URI.create(server.jdbcUrl().substring("jdbc:".length()));
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::listen);
  }

  @Override
  public String jdbcUrl() {
    return "jdbc:postgresql://localhost:" + listener.getLocalPort() + target.getPath();
  }

  @Override
  public String password(String login) {
    return server.password(login);
  }

  synchronized void forget() {
    statements.clear();
    questions = 0;
  }

  synchronized List<String> statements() {
    return List.copyOf(statements);
  }

  synchronized int questions() {
    return questions;
  }

  /** The server goes away: all connections break, new ones are refused. */
  void unplug() throws IOException {
    plugged = false;
    for (Socket socket : open) {
      socket.close();
    }
  }

  /** The server is back. */
  void plug() {
    plugged = true;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    unplug();
  }

  private void listen() {
    try {
      while (true) {
        Socket client = listener.accept();
        if (!plugged) {
          client.close();
          continue;
        }
        Socket upstream = new Socket(target.getHost(), target.getPort());
        open.add(client);
        open.add(upstream);
        Thread.ofVirtual().start(() -> relay(client, upstream));
        Thread.ofVirtual().start(() -> copy(upstream, client));
      }
    } catch (SocketException closed) {
      // The test is over.
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private static void copy(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException ended) {
      // One side has gone.
    }
  }

  private void relay(Socket client, Socket upstream) {
    try (DataInputStream in = new DataInputStream(client.getInputStream());
        DataOutputStream out = new DataOutputStream(upstream.getOutputStream())) {
      boolean started = false;
      while (true) {
        int type = started ? in.readUnsignedByte() : 0;
        int length = in.readInt();
        byte[] body = in.readNBytes(length - 4);
        if (started) {
          note(type, body);
          out.writeByte(type);
        } else {
          started = java.nio.ByteBuffer.wrap(body).getInt() == PROTOCOL_3;
        }
        out.writeInt(length);
        out.write(body);
        out.flush();
      }
    } catch (EOFException | SocketException ended) {
      // The connection was closed.
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private synchronized void note(int type, byte[] body) {
    switch (type) {
      case 'P' -> {
        String text = new String(body, StandardCharsets.UTF_8);
        int name = text.indexOf('\0');
        statements.add(text.substring(name + 1, text.indexOf('\0', name + 1)));
      }
      case 'Q' -> {
        statements.add(new String(body, 0, body.length - 1, StandardCharsets.UTF_8));
        questions++;
      }
      case 'S' -> questions++;
      default -> {
        // Bind, Describe, Execute and the like belong to the round trip that Sync ends.
      }
    }
  }
}
