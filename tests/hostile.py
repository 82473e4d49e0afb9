"""Words that a mail may bring and that no format may obey, beside those of the page's own tests."""

from tests.test_reports_html import HOSTILE

MORE_HOSTILE = [
    "=1+1",
    '=HYPERLINK("https://evil.example/","x")',
    "＝1＋1",
    "+cmd|' /C calc'!A0",
    "＋1",
    "-2+3",
    "@SUM(A1)",
    "＠SUM",
    "{=1}",
    "_x0041_",
    "12e5",
    "007",
    "https://evil.example/a.png",
    "![x](https://evil.example/a.png)",
    "[x](javascript:alert(1))",
    "<https://evil.example>",
    "www.evil.example",
    "| a | b |",
    "# head",
    "- item\n\n    code",
    "```\ncode",
    "$x^2$ **b** __b__ ~~s~~ `c`",
    "&lt;b&gt; &copy;",
    "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
    "👩‍💻🏳️‍🌈🇯🇵",
    "a\u200bb\ufeffc\u00add",
    "\ufffe\uffff",
    "\u2028\u2029",
    "cid:timeline@reqdrift",
    "x\r\nBcc: all@evil.example",
]
EVERYTHING = [*HOSTILE, *MORE_HOSTILE]
FORBIDDEN = set("\x00\x1b\u202e\u2066\u200b\ufeff\u2028\u2029\ud800")
"""Signs that hide or turn others; none of them may come through as itself."""
