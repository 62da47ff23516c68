package io.lockkeeper.risk.target;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Opens read-only connections to targets; a pool per target, made on first use. */
@ApplicationScoped
public class Targets {

    private static final Duration ACQUIRE = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofMinutes(2);

    private final TargetConfig config;
    private final Map<String, AgroalDataSource> pools = new ConcurrentHashMap<>();

    Targets(TargetConfig config) {
        this.config = config;
    }

    /** The target of that name, as configured. */
    public Optional<TargetConfig.Target> find(String name) {
        return Optional.ofNullable(config.targets().get(name));
    }

    /** Names of all targets, sorted. */
    public SortedSet<String> names() {
        return new TreeSet<>(config.targets().keySet());
    }

    /** A connection whose transactions are read-only; the caller closes it. */
    public Connection open(String name) throws SQLException {
        return pools.computeIfAbsent(name, this::pool).getConnection();
    }

    private AgroalDataSource pool(String name) {
        TargetConfig.Target target = find(name).orElseThrow();
        var supplier = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(target.maxConnections())
                        .acquisitionTimeout(ACQUIRE)
                        .reapTimeout(IDLE)
                        .validateOnBorrow(true)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(target.jdbcUrl())
                                .principal(new NamePrincipal(target.username()))
                                .credential(new SimplePassword(target.password()))
                                .jdbcProperty("ApplicationName", "lockkeeper-risk")
                                .jdbcProperty("readOnly", "true")
                                .jdbcProperty("connectTimeout", "5")
                                .jdbcProperty("socketTimeout", "15")));
        try {
            return AgroalDataSource.from(supplier);
        } catch (SQLException e) {
            throw new IllegalStateException("no pool for target " + name, e);
        }
    }

    @PreDestroy
    void close() {
        pools.values().forEach(AgroalDataSource::close);
    }
}
