package io.lockkeeper.testbed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * One broker and one PostgreSQL server for all tests of a JVM, started at first use and stopped with the JVM.
 *
 * <p>Quarkus may load a test's classes by several class loaders, so what runs is remembered in system properties and
 * not in static fields.
 */
public record Testbed(KafkaCluster kafka, PostgresServer postgres) {

    /** The database that holds a schema per service. */
    public static final String DATABASE = "lockkeeper";

    private static final String KAFKA = "testbed.kafka.bootstrap.servers";
    private static final String POSTGRES = "testbed.postgres.port";

    /** The testbed of this JVM. */
    public static Testbed shared() {
        Properties jvm = System.getProperties();
        synchronized (jvm) {
            if (jvm.getProperty(POSTGRES) == null) {
                start(jvm);
            }
            return new Testbed(
                    new KafkaCluster(jvm.getProperty(KAFKA)),
                    new PostgresServer(Integer.parseInt(jvm.getProperty(POSTGRES)), ""));
        }
    }

    /**
     * Creates role and schema {@code service} (for instance {@code risk}) and returns the configuration that a service
     * needs to use them.
     */
    public Map<String, String> configurationFor(String service) {
        postgres.createRole(service, service);
        postgres.createDatabase(DATABASE, PostgresServer.SUPERUSER);
        postgres.createSchema(DATABASE, service, service);
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        configuration.put("quarkus.datasource.jdbc.url", postgres.url(DATABASE, service));
        configuration.put("quarkus.datasource.username", service);
        configuration.put("quarkus.datasource.password", service);
        return configuration;
    }

    private static void start(Properties jvm) {
        KafkaBroker broker = KafkaBroker.start();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "testbed-kafka-stop"));
        LocalPostgres postgres = LocalPostgres.start();
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "testbed-postgres-stop"));
        jvm.setProperty(KAFKA, broker.cluster().bootstrapServers());
        jvm.setProperty(POSTGRES, Integer.toString(postgres.server().port()));
    }
}
