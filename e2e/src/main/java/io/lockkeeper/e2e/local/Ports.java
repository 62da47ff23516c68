package io.lockkeeper.e2e.local;

import java.net.URI;

/** Every port of the stack, moved by one offset; all on the loopback interface. */
public record Ports(int offset) {

    public Ports {
        if (offset < 0 || offset > 50_000) {
            throw new IllegalArgumentException("the port offset must be between 0 and 50000");
        }
    }

    int postgres() {
        return 5544 + offset;
    }

    int kafka() {
        return 9492 + offset;
    }

    int of(Service service) {
        return service.port() + offset;
    }

    int emulator() {
        return 8090 + offset;
    }

    URI url(Service service) {
        return URI.create("http://127.0.0.1:" + of(service));
    }

    URI emulatorUrl() {
        return URI.create("http://127.0.0.1:" + emulator());
    }
}
