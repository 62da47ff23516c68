package io.lockkeeper.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface that were free a moment ago. */
public final class Ports {

    private Ports() {}

    /** A port nobody listens on. It is not reserved: whoever binds it must be ready to lose a race and ask again. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }

    /** A free port other than {@code taken}, which may be free still. */
    public static int freeBut(int taken) {
        int port = free();
        while (port == taken) {
            port = free();
        }
        return port;
    }
}
