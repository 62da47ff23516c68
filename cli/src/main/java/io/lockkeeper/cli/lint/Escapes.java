package io.lockkeeper.cli.lint;

/** SQL may hold anything; no reader of the output must obey it. */
final class Escapes {
    private Escapes() {}

    /** One line without control characters, for a terminal. Also without those that turn the direction of text around. */
    static String line(String text) {
        return text.replace('\t', ' ')
                .replaceAll("\\R", " ")
                .replaceAll("[\\p{Cntrl}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "");
    }

    /** Several lines, each clean. */
    static String block(String text) {
        return String.join("\n", text.lines().map(Escapes::line).toList());
    }

    /** GitHub's workflow commands. */
    static String command(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** A property of one. */
    static String property(String text) {
        return command(text).replace(":", "%3A").replace(",", "%2C");
    }

    /** Text in a Markdown table's cell: no markup, no mention, no line break. */
    static String markdown(String text) {
        return line(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_{}\\[\\]|~#])", "\\\\$1")
                .replace("@", "@\u200b");
    }

    /** Code in a Markdown table's cell. */
    static String code(String text) {
        return "<code>"
                + line(text)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replaceAll("([\\\\`*_{}\\[\\]|~#])", "\\\\$1")
                + "</code>";
    }

    /** A fenced block that its content cannot leave. */
    static String fenced(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "sql\n" + block(text) + "\n" + fence;
    }

    /** XML 1.0 text or attribute; characters that XML does not have become a question mark. */
    static String xml(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                case '\t' -> escaped.append("&#9;");
                default -> {
                    boolean has = c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000;
                    escaped.appendCodePoint(has ? c : '?');
                }
            }
        });
        return escaped.toString();
    }
}
