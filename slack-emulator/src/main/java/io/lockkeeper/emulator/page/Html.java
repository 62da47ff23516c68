package io.lockkeeper.emulator.page;

/** Escaping, the one way for all text that ends in the page, in elements and in quoted attributes alike. */
final class Html {
    private Html() {}

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    /** {@code  name="value"} with a space before it. */
    static String attribute(String name, String value) {
        return " " + name + "=\"" + escape(value) + "\"";
    }

    /** Whether a link may be followed: web addresses only, so that no script is ever a link. */
    static boolean followable(String url) {
        return url.startsWith("https://") || url.startsWith("http://") || url.startsWith("mailto:");
    }

    /** A link around HTML, or the HTML alone when the address may not be followed. */
    static String link(String url, String html) {
        return followable(url)
                ? "<a" + attribute("href", url) + " target=\"_blank\" rel=\"noopener noreferrer\">" + html + "</a>"
                : html;
    }
}
