/*
 * Text a stranger might put into an OKR: each line tries to become something
 * else than text in some dialect of markdown, in HTML, Hugo or GitLab.
 */
#ifndef HOSTILE_H
#define HOSTILE_H

#include "str.h"

/* clang-format off */
static const struct str HOSTILE[] = {
	/* Hugo's shortcodes and templates */
	STR("{{< figure src=x >}}"), STR("{{% notice %}}"), STR("{{<"),
	STR("{{%"), STR(">}}"), STR("{{</* x */>}}"), STR("{{ .Site.Title }}"),
	STR("{{{{<< x >>}}}}"), STR("{ {< x >} }"), STR("a {#id .class}"),
	STR("title {onclick=alert(1)}"), STR("{%raw%}{{x}}{%endraw%}"),
	STR("<%= x %>"), STR("${x}"), STR("#{x}"),
	/* tables */
	STR("a | b"), STR("|"), STR("||"), STR("\\|"), STR("a \\| b"),
	STR("\\\\| b"), STR("| --- |"), STR("|:--|--:|"), STR("`a | b`"),
	STR("&#124;"), STR("&vert; x"), STR("x |"), STR("| x"),
	/* code and math */
	STR("`code`"), STR("``a`b``"), STR("`"), STR("```"), STR("``` js"),
	STR("~~~"), STR("~~~ mermaid"), STR("$x^2$"), STR("$$x$$"),
	STR("$`x`$"), STR("\\(x\\)"), STR("\\[x\\]"), STR("$12M to $18M"),
	STR("$a,$b"), STR("\\begin{x}"), STR("\\`x`"), STR("\\"), STR("\\\\"),
	/* HTML */
	STR("<script>alert(1)</script>"), STR("<img src=x onerror=alert(1)>"),
	STR("<b>x</b>"), STR("</div>"), STR("</td></tr></table>"),
	STR("<!-- x -->"), STR("<!-- okrsync:end -->"),
	STR("<!-- okrsync:begin 0123456789abcdef -->"), STR("-->"), STR("<!--"),
	STR("<?php x ?>"), STR("<![CDATA[x]]>"), STR("<!DOCTYPE html>"),
	STR("<a href=\"javascript:alert(1)\">x</a>"), STR("<x"), STR("< b"),
	STR("<1%"), STR("a<b>c"), STR("<svg/onload=alert(1)>"),
	STR("<details><summary>x</summary>"), STR("\"><script>"),
	STR("' onmouseover='x"), STR("<p class=\"h3\">x</p>"),
	STR("<!--more-->"), STR("<style>*{display:none}</style>"),
	/* entities */
	STR("&amp;"), STR("&lt;script&gt;"), STR("&#60;b&#62;"),
	STR("&#x3c;b&#x3e;"), STR("&copy;"), STR("&copy"), STR("R&D"),
	STR("AT&T; x"), STR("&"), STR("&;"), STR("&#0;"), STR("&#1"),
	STR("&NewLine;# x"), STR("&nbsp;&nbsp;"), STR("&amp;lt;"),
	/* links */
	STR("[x](javascript:alert(1))"), STR("[x](data:text/html,x)"),
	STR("[x](https://example.com)"), STR("![x](https://example.com/p.png)"),
	STR("[x]: https://example.com"), STR("[x][y]"), STR("[x]"), STR("[]()"),
	STR("[^1]"), STR("[^1]: note"), STR("[x](<y z>)"), STR("[[wiki]]"),
	STR("[[_TOC_]]"), STR("[ ] task"), STR("[x] task"), STR("]("),
	STR("x](https://example.com)"), STR("x]"), STR("[x"), STR("!"),
	STR("<https://example.com>"), STR("<a@b.c>"), STR("<mailto:a@b.c>"),
	STR("<javascript:alert(1)>"), STR("https://example.com/a_b_c"),
	STR("http://example.com"), STR("HTTPS://EXAMPLE.COM"),
	STR("ftp://example.com"), STR("www.example.com"),
	STR("WWW.example.com"), STR("a@b.example"), STR("mailto:a@b.example"),
	STR("xmpp:a@b.example/x"), STR("javascript://x%0aalert(1)"),
	STR("//example.com"), STR("see https://example.com/."),
	STR("(https://example.com/)"), STR("[a](https://e.example/\"onclick=x)"),
	STR("[a](https://e.example/ \"title\")"), STR("[a](https://e\\.x)"),
	STR("[a](  vbscript:x  )"), STR("[a](https://x y)"),
	STR("[a](java\tscript:x)"), STR("[a](&#106;avascript:x)"),
	STR("[a](\\\\evil.example)"), STR("[a](//evil.example)"),
	STR("[a](https://x)](https://y)"), STR("[[a](https://x)](https://y)"),
	STR("[`a](https://x)`"), STR("[a](https://x|y)"),
	STR("[a](https://x/{{<y>}})"), STR("[a](https://x/`y`)"),
	STR("[a](https://x/$y$)"), STR("[a](https://x/*y*)"),
	STR("[a\\](https://x)"), STR("[<b>](https://x)"), STR("[](https://x)"),
	/* mentions and references */
	STR("@all"), STR("@group/sub"), STR("hi @root, x"), STR("#1"),
	STR("group/project#1"), STR("!1"), STR("group/project!1"), STR("~label"),
	STR("~\"two words\""), STR("%1"), STR("%\"milestone\""), STR("%v1.0"),
	STR("90% of 5%"), STR("&1"), STR("group&1"), STR("$1"), STR("^alert#1"),
	STR("GH-1"), STR(":smile:"), STR("10:30:15"), STR(":+1:"),
	STR("[issue:1]"), STR("/close"), STR("/label ~x"), STR("*iteration:1"),
	STR("[vulnerability:1]"), STR("C# and F#"), STR("# "), STR("x #"),
	/* emphasis */
	STR("*x*"), STR("**x**"), STR("***x***"), STR("***"), STR("_x_"),
	STR("__x__"), STR("___"), STR("snake_case_name"), STR("_"), STR("*"),
	STR("* x"), STR("~~x~~"), STR("~x~"), STR("^x^"), STR("==x=="),
	STR("++x++"), STR("**a"), STR("a**"), STR("a*b*c"), STR("*a**b*"),
	STR("**a*b**"), STR("* * *"), STR("_ _ _"), STR("**`a**`"),
	STR("*[HTML]: x"), STR("**a [b](https://c) d**"), STR("*a*b"),
	STR("**$a**"), STR("**a.**b"), STR("_a_._b_"), STR("||x||"),
	/* blocks */
	STR("# x"), STR("#"), STR("###### x"), STR("> x"), STR(">x"), STR("- x"),
	STR("-"), STR("+ x"), STR("+35"), STR("-5%"), STR("--"), STR("---"),
	STR("--- x"), STR("- - -"), STR("==="), STR("=="), STR("="), STR("1. x"),
	STR("1) x"), STR("1."), STR("12345678. x"), STR("1.5 x"), STR("2025. x"),
	STR("    x"), STR("\tx"), STR("x\n===="), STR("x\n---"), STR("x\n\ny"),
	STR("x  \ny"), STR("x\\\ny"), STR("x\r\ny"), STR("x\ry"), STR(": x"),
	STR("x\n: y"), STR("+++"), STR("--flag"), STR("a -- b --- c"),
	STR("- [ ] x"), STR("x\n- y"), STR("x\n1. y"), STR("x\n> y"),
	STR("x\n# y"), STR("x\n```\ny"), STR("x\n| a |\n|---|\n| b |"),
	STR("x\n<div>\ny"), STR("  \n  "), STR(""), STR(" "),
	/* characters */
	STR("a\0b"), STR("\x01\x02x\x1b[31m"), STR("\x7f"),
	STR("a\xe2\x80\xae" "b\xe2\x80\xac" "c"), STR("a\xe2\x80\x8b" "b"),
	STR("a\xe2\x80\x8d" "b"), STR("a\xe2\x80\xa8" "b"),
	STR("a\xe2\x80\xa9# b"), STR("\xef\xbb\xbfx"), STR("a\xc2\x85- b"),
	STR("a\xe2\x81\xa6" "b\xe2\x81\xa9"), STR("\xff"), STR("a\xc0\xafz"),
	STR("\xed\xa0\x80"), STR("\xf4\x90\x80\x80"), STR("\xe2\x82"),
	STR("\xc2"), STR("x\xf0\x9f"), STR("\xef\xbf\xbe"), STR("\xc2\xa0x\xc2\xa0"),
	STR("\xe3\x80\x80x"), STR("a\xcc\x80"), STR("\xf3\xa0\x81\x81x"),
	STR("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x9a\x80"),
	STR("{\xe2\x80\x8b" "{< x >}}"), STR("<\xe2\x80\x8bscript>"),
	STR("*\xe2\x80\x8b*x**"), STR("java\0" "script:x"), STR("\xc2\xad" "x"),
	STR("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"), STR("\xe6\x97\xa5\xe6\x9c\xac"),
	/* honest */
	STR("Raise enterprise ARR from $12M to $18M (+50%)"),
	STR("Cut p99 latency 800ms \xe2\x86\x92 400ms"),
	STR("Win 3:1 pipeline coverage; keep churn <1%"),
	STR("Bob's \"big\" plan, e.g. 5x/week"), STR("Stage 2 -> 3, >= 4"),
	STR("=> 66% (AWS and GCP done, VMware to Q2)"), STR("5/10 a.m. it's 4.5"),
};
/* clang-format on */

#endif
