package io.lockkeeper.riskengine.facts;

import io.lockkeeper.riskengine.RiskEngine;
import io.lockkeeper.riskengine.operation.ObjectName;
import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.sql.Dialect;
import io.lockkeeper.riskengine.subject.SourceFile;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FactsFileTest {

    @Test
    void readsEverythingItKnows() throws PlanRefused {
        // when
        FactsFile file = FactsFile.parse("""
                {"engine": "mysql", "engineVersion": "8.0.35", "sessionTimeZone": "Europe/Berlin", "sqlMode": "ANSI",
                 "tables": {"shop.big": {"rows": 5e7, "bytes": 12000000000, "indexBytes": 1, "readsPerSecond": 0.5,
                                         "writesPerSecond": 800, "rowVersions": 3, "rowFormat": "COMPRESSED",
                                         "storageEngine": "InnoDB", "collation": "utf8mb4_0900_ai_ci"}}}
                """);

        // then
        TargetFacts facts =
                new GivenFacts(Dialect.MYSQL, "8.0.35", Optional.empty(), Optional.of(file)).of(Set.of(name("big")));
        TableFacts big = facts.table(name("big")).orElseThrow();
        assertThat(big.rows()).isEqualTo(50_000_000);
        assertThat(big.bytes()).isEqualTo(12_000_000_000L);
        assertThat(big.indexBytes()).isEqualTo(1);
        assertThat(big.writesPerSecond()).isEqualTo(800);
        assertThat(big.columnsKnown()).isFalse();
        assertThat(big.innodb()).contains(new InnodbFacts("innodb", "compressed", "utf8mb4_0900_ai_ci", 3));
        assertThat(facts.settings()).containsEntry("sql_mode", "ANSI").containsEntry("TimeZone", "Europe/Berlin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"tabels\": {}} ~ $.tabels: unknown",
                "{\"tables\": []} ~ $.tables: an object",
                "{\"tables\": {\"t\": {\"rows\": -1}}} ~ $.tables[\"t\"].rows: a whole number",
                "{\"tables\": {\"t\": {\"rows\": 1.5}}} ~ $.tables[\"t\"].rows: a whole number",
                "{\"tables\": {\"t\": {\"rows\": \"1\"}}} ~ $.tables[\"t\"].rows: a whole number",
                "{\"tables\": {\"t\": {\"createdHere\": true}}} ~ $.tables[\"t\"].createdHere: unknown",
                "{\"tables\": {\"t\": {\"writesPerSecond\": \"x\"}}} ~ $.tables[\"t\"].writesPerSecond: a number",
                "{\"tables\": {\".t\": {}}} ~ not the name of a table",
                "{\"sessionTimeZone\": \"Mars/Base\"} ~ not a time zone",
                "{\"engine\": 1} ~ $.engine: a text",
                "{\"engine\": \"a\", \"engine\": \"b\"} ~ no JSON",
                "{} {} ~ no JSON",
                "[] ~ $: an object"
            })
    void refusesWhatIsMistypedWithItsPath(String json, String message) {
        assertThat(catchThrowableOfType(PlanRefused.class, () -> FactsFile.parse(json)))
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "big,         big,         true",
        "big,         public.big,  true",
        "public.big,  big,         true",
        "shop.big,    big,         true",
        "big,         shop.big,    true",
        "shop.big,    public.big,  false"
    })
    void matchesNamesByTheirLastPartWhereNothingContradicts(String told, String asked, boolean found)
            throws PlanRefused {
        // given
        FactsFile file = FactsFile.parse("{\"tables\": {\"" + told + "\": {\"rows\": 7}}}");
        GivenFacts given = new GivenFacts(Dialect.POSTGRESQL, "17", Optional.empty(), Optional.of(file));

        // when
        TargetFacts facts = given.of(Set.of(ObjectName.parse(asked)));

        // then
        assertThat(facts.table(ObjectName.parse(asked)).map(TableFacts::rows))
                .isEqualTo(found ? Optional.of(7L) : Optional.empty());
    }

    @Test
    void anAmbiguousLastPartMatchesNothing() throws PlanRefused {
        FactsFile file = FactsFile.parse("{\"tables\": {\"a.big\": {\"rows\": 1}, \"b.big\": {\"rows\": 2}}}");
        GivenFacts given = new GivenFacts(Dialect.POSTGRESQL, "17", Optional.empty(), Optional.of(file));

        assertThat(given.of(Set.of(name("big"))).table(name("big"))).isEmpty();
    }

    @Test
    void rowsAloneCountAsWide() throws PlanRefused {
        FactsFile file = FactsFile.parse("{\"tables\": {\"t\": {\"rows\": 1000}}}");
        GivenFacts given = new GivenFacts(Dialect.POSTGRESQL, "17", Optional.empty(), Optional.of(file));

        assertThat(given.of(Set.of(name("t"))).table(name("t")).orElseThrow().bytes())
                .isEqualTo(1_000_000);
    }

    @Test
    void aScriptThatNamesTheDatabaseMeansTheTablesOfADumpWithoutIt() throws PlanRefused {
        // given
        SchemaFile schema = RiskEngine.schema(
                new SourceFile("schema.sql", "CREATE TABLE users (id int PRIMARY KEY, locale varchar(9));"),
                Dialect.MYSQL,
                "8.4");
        FactsFile file = FactsFile.parse("{\"tables\": {\"shop.users\": {\"rows\": 7}}}");
        GivenFacts given = new GivenFacts(Dialect.MYSQL, "8.4", Optional.of(schema), Optional.of(file));

        // when
        TableFacts users = given.of(Set.of(ObjectName.parse("shop.users")))
                .table(ObjectName.parse("shop.users"))
                .orElseThrow();

        // then
        assertThat(users.rows()).isEqualTo(7);
        assertThat(users.column("locale")).isPresent();
    }

    private static ObjectName name(String name) {
        return new ObjectName(null, name);
    }
}
