package io.lockkeeper.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lockkeeper.cli.ChainCheck.Broken;
import io.lockkeeper.cli.Lockkeeper.Unusable;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lockkeeper audit verify}. */
@Command(
        name = "verify",
        description = {
            "Reads the whole audit chain and recomputes every hash itself.",
            "Keep the head and the count that it prints somewhere else and give them back next time:",
            "only that finds a chain that was shortened or rewritten as a whole."
        },
        mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {

    private static final int PAGE = 1000;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8084",
            description = "Address of progress-service. Default: ${DEFAULT-VALUE}")
    URI url = URI.create("");

    @Mixin
    Credential credential = new Credential();

    @Option(
            names = "--expect-head",
            paramLabel = "HASH",
            description = "A hash remembered from an earlier look, which must still be in the chain.")
    @Nullable
    String expectHead;

    @Option(
            names = "--expect-entries",
            paramLabel = "N",
            description = "How many entries there were then; with --expect-head, that hash must be entry N's.")
    long expectEntries;

    @Option(names = "--json", description = "Prints one JSON object.")
    boolean json;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        if (expectEntries < 0
                || (expectHead != null && !HASH.matcher(expectHead).matches())) {
            throw new Unusable("--expect-entries is a count, --expect-head 64 lower-case hex digits");
        }
        ChainCheck check = new ChainCheck(new ChainCheck.Expected(expectEntries, expectHead));
        TreeMap<String, Long> types = new TreeMap<>();
        Broken broken = walk(new Api(url, credential.token()), check, types);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            out.println(asJson(check, broken));
        } else {
            print(out, check, broken, types);
        }
        return broken == null ? Lockkeeper.GOOD : Lockkeeper.REFUSED;
    }

    /**
     * Pages through the chain. The service reads a page's head after its entries, so a head counts more than the entries
     * read so far only when the next page brings them; an empty page after such a head means that they are gone.
     */
    private static @Nullable Broken walk(Api api, ChainCheck check, TreeMap<String, Long> types) {
        JsonNode owed = Api.JSON.missingNode();
        while (true) {
            JsonNode page = page(api, check.entries());
            for (JsonNode entry : page.path("entries")) {
                Broken broken = check.next(entry);
                if (broken != null) {
                    return broken;
                }
                types.merge(entry.path("type").asText(), 1L, Long::sum);
            }
            JsonNode head = page.path("head");
            long counted = head.path("entries").asLong();
            boolean missing =
                    page.path("entries").isEmpty() && owed.path("entries").asLong() > check.entries();
            if (counted <= check.entries() || missing) {
                return check.end(counted, head.path("hash").asText());
            }
            owed = head;
        }
    }

    private static JsonNode page(Api api, long after) {
        Api.Answer answer = api.get("/v1/audit?after=" + after + "&limit=" + PAGE);
        if (!answer.isGood()) {
            throw new Unusable("the audit chain was not shown: " + answer.problem());
        }
        String form = answer.body().path("form").asText();
        if (!form.equals(ChainCheck.FORM) || !answer.body().path("head").hasNonNull("hash")) {
            throw new Unusable("this command verifies " + ChainCheck.FORM + ", the service keeps \"" + form + "\"");
        }
        return answer.body();
    }

    private static String asJson(ChainCheck check, @Nullable Broken broken) {
        ObjectNode result = Api.JSON.createObjectNode();
        result.put("intact", broken == null).put("entries", check.entries()).put("head", check.head());
        if (broken != null) {
            result.putObject("firstBroken").put("seq", broken.seq()).put("reason", broken.reason());
        }
        return result.toString();
    }

    private static void print(PrintWriter out, ChainCheck check, @Nullable Broken broken, TreeMap<String, Long> types) {
        if (broken != null) {
            out.printf("BROKEN at entry %d: %s.%n", broken.seq(), broken.reason());
            out.printf("%d entries before it are good, up to hash %s%n", check.entries(), check.head());
            return;
        }
        out.printf("INTACT: %d entries, every hash recomputed.%n", check.entries());
        out.printf("head %s%n", check.head());
        types.forEach((type, count) -> out.printf("%8d %s%n", count, type));
        out.printf("Next time: --expect-entries %d --expect-head %s%n", check.entries(), check.head());
    }
}
