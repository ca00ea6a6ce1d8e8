package pinplan.support;

import java.util.List;

/** What people paste who mean no good, and some who do. */
public final class Hostile {
    public static final List<String> STRINGS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' autofocus onfocus=alert(1) x='",
            "</textarea><script>alert(1)</script>",
            "</title><svg onload=alert(1)>",
            "javascript:alert(1)",
            "{inject:viewer.member.passwordHash}",
            "{#include layouts/app /}",
            "${7*7} #{7*7} {{7*7}}",
            "'; drop table member; --",
            "=cmd|' /C calc'!A0",
            "&lt;b&gt; &amp; &#x3C;",
            "\u202Egnp.exe \u200B\uFEFF",
            "Ünïcödé 🍋👩‍👩‍👧 مرحبا",
            "<!--",
            "]]>",
            "%00%0d%0aSet-Cookie: a=b");

    private Hostile() {}
}
