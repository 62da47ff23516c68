package io.lockkeeper.e2e.local;

import io.lockkeeper.e2e.demo.Stand;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The shop itself, taking an order a few times a second: so that the target is in use, as production is, and a lock that blocks
 * writes is seen to block some.
 */
final class ShopTraffic implements AutoCloseable {

    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(100);

    private final Stand.Database shop;
    private final Thread thread;
    private volatile boolean closing;

    private ShopTraffic(Stand.Database shop) {
        this.shop = shop;
        thread = Thread.ofPlatform().name("shop-traffic").daemon(true).unstarted(this::run);
    }

    static ShopTraffic start(Stand.Database shop) {
        ShopTraffic traffic = new ShopTraffic(shop);
        traffic.thread.start();
        return traffic;
    }

    private void run() {
        while (!closing) {
            try {
                takeOrders();
            } catch (SQLException e) {
                // As an application would: the connection is gone or a migration broke the statement; connect and go
                // on.
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    private void takeOrders() throws SQLException {
        try (Connection connection = shop.open();
                PreparedStatement order = connection.prepareStatement("""
                        INSERT INTO orders (id, customer_id, customer_email, status, note, total_cents, created_at)
                        VALUES (?, 1, 'customer1@example.com', 'open', 'order from the shop', 1999, now())""")) {
            long next = lastOrder(connection) + 1;
            while (!closing) {
                order.setLong(1, next++);
                order.executeUpdate();
                LockSupport.parkNanos(BETWEEN_ORDERS.toNanos());
            }
        }
    }

    private static long lastOrder(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT coalesce(max(id), 0) FROM orders")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The thread ends after its present order, or with the server. */
    @Override
    public void close() {
        closing = true;
    }
}
