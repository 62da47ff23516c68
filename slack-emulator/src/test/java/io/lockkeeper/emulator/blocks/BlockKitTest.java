package io.lockkeeper.emulator.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import io.lockkeeper.emulator.wire.Json;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class BlockKitTest {
    private static final String OPTION = "{'text':{'type':'plain_text','text':'a'},'value':'v'}";

    @ParameterizedTest
    @MethodSource
    void refusesInSlacksWords(String blocks, List<String> messages) {
        // when
        Problems problems = BlockKit.message(json(blocks));

        // then
        assertThat(problems.messages()).isEqualTo(messages);
    }

    static Stream<Arguments> refusesInSlacksWords() {
        return Stream.of(
                refusal(
                        "[" + repeat("{'type':'divider'}", 51) + "]",
                        "no more than 50 items allowed [json-pointer:/blocks]"),
                refusal("[{'type':'nope'}]", "unsupported type: nope [json-pointer:/blocks/0/type]"),
                refusal("[{}]", "missing required field: type [json-pointer:/blocks/0]"),
                refusal("['x']", "must provide an object [json-pointer:/blocks/0]"),
                refusal("{}", "must provide an array [json-pointer:/blocks]"),
                refusal(
                        "[{'type':'divider','text':'x'}]",
                        "invalid additional property: text [json-pointer:/blocks/0]"),
                refusal("[{'type':'header'}]", "missing required field: text [json-pointer:/blocks/0]"),
                refusal(
                        "[{'type':'header','text':" + plain("x".repeat(151)) + "}]",
                        "must be less than 151 characters [json-pointer:/blocks/0/text/text]"),
                refusal(
                        "[{'type':'section','text':" + mrkdwn("x".repeat(3001)) + "}]",
                        "failed to match all allowed schemas [json-pointer:/blocks/0/text]",
                        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
                refusal(
                        "[{'type':'section','text':" + mrkdwn("") + "}]",
                        "failed to match all allowed schemas [json-pointer:/blocks/0/text]",
                        "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
                refusal("[{'type':'section'}]", "must define either `text` or `fields` [json-pointer:/blocks/0/type]"),
                refusal(
                        "[{'type':'section','fields':[" + repeat(mrkdwn("x"), 11) + "]}]",
                        "no more than 10 items allowed [json-pointer:/blocks/0/fields]"),
                refusal(
                        "[{'type':'section','fields':[" + mrkdwn("x".repeat(2001)) + "]}]",
                        "failed to match all allowed schemas [json-pointer:/blocks/0/fields/0]",
                        "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]"),
                refusal(
                        "[{'type':'context','elements':[" + repeat(mrkdwn("x"), 11) + "]}]",
                        "no more than 10 items allowed [json-pointer:/blocks/0/elements]"),
                refusal(
                        "[{'type':'actions','elements':[" + buttons(26) + "]}]",
                        "no more than 25 items allowed [json-pointer:/blocks/0/elements]"),
                refusal(
                        actions("{'type':'button','text':" + plain("x".repeat(76)) + "}"),
                        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]"),
                refusal(
                        actions("{'type':'button','text':" + plain("x") + ",'value':'" + "x".repeat(2001) + "'}"),
                        "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]"),
                refusal(
                        actions("{'type':'button','text':" + plain("x") + ",'style':null}"),
                        "must provide a string [json-pointer:/blocks/0/elements/0/style]"),
                refusal(
                        actions("{'type':'button','text':" + plain("x") + ",'action_id':'a'},{'type':'button','text':"
                                + plain("y") + ",'action_id':'a'}"),
                        "`action_id` \"a\" already exists [json-pointer:/blocks/0/elements/1/action_id]"),
                refusal(
                        "[{'type':'divider','block_id':'b'},{'type':'divider','block_id':'b'}]",
                        "`block_id` \"b\" already exists [json-pointer:/blocks/1/block_id]"),
                refusal(
                        actions("{'type':'overflow','options':[" + repeat(OPTION, 6) + "]}"),
                        "no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]"),
                refusal(
                        actions("{'type':'checkboxes','options':[" + repeat(OPTION, 11) + "]}"),
                        "no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]"),
                refusal(
                        actions("{'type':'static_select','options':[" + repeat(OPTION, 101) + "]}"),
                        "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]"),
                refusal(
                        actions("{'type':'static_select','options':[{'text':" + plain("a") + ",'value':'"
                                + "v".repeat(151) + "'}]}"),
                        "must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]"),
                refusal(
                        actions("{'type':'plain_text_input'}"),
                        "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]"),
                refusal(
                        actions("{'type':'button','text':" + plain("x") + ",'confirm':{'title':"
                                + plain("x".repeat(101))
                                + ",'text':" + plain("t") + ",'confirm':" + plain("c") + ",'deny':"
                                + plain("d".repeat(31)) + "}}"),
                        "must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]",
                        "must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/deny/text]"),
                refusal(
                        "[{'type':'image','image_url':'https://example.com/a.png'}]",
                        "missing required field: alt_text [json-pointer:/blocks/0]"),
                refusal(
                        "[{'type':'header','text':{'type':'plain_text','text':'x','verbatim':true}}]",
                        "invalid additional property: verbatim [json-pointer:/blocks/0/text]"),
                refusal(
                        "[{'type':'rich_text','elements':[{'type':'rich_text_list','style':'bullet','indent':9,'elements':[]}]}]",
                        "must be less than 9 [json-pointer:/blocks/0/elements/0/indent]"));
    }

    @Test
    void takesEveryKindOfBlockAtItsLimit() {
        // given
        JsonNode blocks = json("[{'type':'header','text':" + plain("x".repeat(150)) + "},{'type':'section','text':"
                + mrkdwn("x".repeat(3000)) + "},{'type':'context','elements':[" + repeat(mrkdwn("x"), 10)
                + "]},{'type':'actions','elements':[" + buttons(25) + "]},{'type':'divider'},"
                + "{'type':'image','image_url':'https://example.com/a.png','alt_text':'a'},"
                + "{'type':'markdown','text':'# hi'},{'type':'rich_text','elements':[{'type':'rich_text_section',"
                + "'elements':[{'type':'text','text':'x','style':{'bold':true}}]}]},"
                + "{'type':'input','label':" + plain("l")
                + ",'element':{'type':'plain_text_input','multiline':true}}]");

        // then
        assertThat(BlockKit.message(blocks).messages()).isEmpty();
        assertThat(BlockKit.tooLong(blocks)).isFalse();
    }

    @Test
    void namesTheViewBeforeWhatIsWrongInIt() {
        // given
        JsonNode view = json("{'type':'modal','title':" + plain("x".repeat(25)) + ",'blocks':[{'type':'input','label':"
                + plain("l") + ",'element':{'type':'plain_text_input'}}]}");

        // then
        assertThat(BlockKit.view(view).messages())
                .containsExactly(
                        "failed to match all allowed schemas [json-pointer:/view]",
                        "must be less than 25 characters [json-pointer:/view/title/text]",
                        "missing required field: submit [json-pointer:/view]");
    }

    @Test
    void countsTheTextOfAllBlocksTogether() {
        // given
        String section = "{'type':'section','text':" + mrkdwn("x".repeat(3000)) + "}";

        // then
        assertThat(BlockKit.tooLong(json("[" + repeat(section, 4) + "]"))).isFalse();
        assertThat(BlockKit.tooLong(json("[" + repeat(section, 4) + ",{'type':'header','text':" + plain("x") + "}]")))
                .isTrue();
    }

    private static Arguments refusal(String blocks, String... messages) {
        return arguments(blocks, List.of(messages));
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"')).orElseThrow();
    }

    private static String plain(String text) {
        return "{'type':'plain_text','text':'" + text + "'}";
    }

    private static String mrkdwn(String text) {
        return "{'type':'mrkdwn','text':'" + text + "'}";
    }

    private static String actions(String elements) {
        return "[{'type':'actions','elements':[" + elements + "]}]";
    }

    private static String buttons(int count) {
        return String.join(
                ",",
                Stream.iterate(0, i -> i + 1)
                        .limit(count)
                        .map(i -> "{'type':'button','action_id':'a" + i + "','text':" + plain("b") + "}")
                        .toList());
    }

    private static String repeat(String json, int count) {
        return String.join(",", Collections.nCopies(count, json));
    }
}
