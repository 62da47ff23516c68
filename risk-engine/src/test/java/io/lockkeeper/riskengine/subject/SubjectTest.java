package io.lockkeeper.riskengine.subject;

import io.lockkeeper.riskengine.refusal.PlanRefused;
import io.lockkeeper.riskengine.refusal.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SubjectTest {

    @Test
    void writesCanonicalJson() {
        assertThat(CanonicalJson.text(Map.of("b", List.of(1, 2.50, true), "a", "é\"\\\n\u0001/", "€", 1e3)))
                .isEqualTo("{\"a\":\"é\\\"\\\\\\n\\u0001/\",\"b\":[1,2.5,true],\"€\":1000}");
    }

    @Test
    void hashesABundleTheSameForever() throws PlanRefused {
        // when
        Bundle bundle = bundle("V1.sql", "SELECT 1");

        // then
        assertThat(new String(bundle.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"engine\":\"native\",\"files\":[{\"content\":\"SELECT 1\",\"path\":\"V1.sql\"}],"
                        + "\"options\":{\"lockRetries\":10,\"lockTimeout\":\"3s\",\"transaction\":\"each\"}}");
        assertThat(bundle.hash()).isEqualTo("sha256:2a6c42cab18c3b52de1c6737759c5e13e41623c3bd2c8df70b96d9c470660244");
        assertThat(Subject.statementsHash(List.of("SELECT 1", "SELECT 2")))
                .isEqualTo("sha256:527c4de9a3e7ff905c02756e9564bf89b44f9c9939992fadaea5f0e166f922ff");
        assertThat(subject(bundle, "prod").hash())
                .isEqualTo("sha256:506a1222e2998239fc05b0afc52b366fa14b955db322cb09cf14a69b6221073a");
    }

    @Test
    void readsBackWhatItWrote() throws PlanRefused {
        // given
        Bundle bundle = bundle("a/b.sql", "SELECT 'é'");

        // when, then
        assertThat(Bundle.read(bundle.bytes(), bundle.hash())).contains(bundle);
    }

    @Test
    void refusesBytesOfAnotherHash() throws PlanRefused {
        // given
        Bundle bundle = bundle("a.sql", "SELECT 1");
        byte[] changed = Arrays.copyOf(bundle.bytes(), bundle.bytes().length + 1);

        // when, then
        assertThat(Bundle.read(changed, bundle.hash())).isEmpty();
    }

    @Test
    void changesWithEveryPart() throws PlanRefused {
        Bundle bundle = bundle("a.sql", "SELECT 1");
        assertThat(subject(bundle, "prod").hash())
                .isNotEqualTo(subject(bundle, "staging").hash());
        assertThat(Subject.statementsHash(List.of("ab", "c"))).isNotEqualTo(Subject.statementsHash(List.of("a", "bc")));
    }

    @Test
    void sortsFilesForLiquibaseAndKeepsTheirOrderForNative() throws PlanRefused {
        List<SourceFile> files = List.of(new SourceFile("b.sql", "2"), new SourceFile("a.sql", "1"));
        assertThat(Bundle.of(Engine.NATIVE, Options.defaults(), null, files).files())
                .isEqualTo(files);
        assertThat(Bundle.of(Engine.LIQUIBASE, Options.defaults(), "a.sql", files)
                        .files())
                .isEqualTo(files.reversed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../a.sql", "a/../b.sql", "a\\b.sql", "", "c:a.sql", "a//b.sql", "a\n.sql"})
    void refusesPathsThatLeaveTheBundle(String path) {
        assertThat(catchThrowableOfType(PlanRefused.class, () -> bundle(path, "SELECT 1"))
                        .code())
                .isEqualTo(RefusalCode.BAD_PATH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "11min", "3", "-1s", "3 s", "9999999min"})
    void refusesLockTimeoutsThatMeanNothing(String timeout) {
        assertThat(catchThrowableOfType(PlanRefused.class, () -> Options.of("each", timeout, 1))
                        .code())
                .isEqualTo(RefusalCode.BAD_OPTION);
    }

    private static Bundle bundle(String path, String content) throws PlanRefused {
        return Bundle.of(Engine.NATIVE, Options.defaults(), null, List.of(new SourceFile(path, content)));
    }

    private static Subject subject(Bundle bundle, String environment) {
        return new Subject(
                bundle.hash(),
                "sha256:s",
                bundle.engine(),
                bundle.options(),
                "shop",
                environment,
                "sha256:r",
                "sha256:f");
    }
}
