"""Texts that try to become more than text."""

from __future__ import annotations

PAYLOADS: tuple[str, ...] = (
    "<script>window.hacked = 1</script>",
    "\"><img src=x onerror='window.hacked = 1'>",
    "' onmouseover='window.hacked = 1' x='",
    "</title><script>window.hacked = 1</script>",
    "</p></section></main><script>window.hacked = 1</script>",
    "<!-- body --><script>window.hacked = 1</script>",
    "--> <script>window.hacked = 1</script> <!--",
    "[words](javascript:window.hacked=1) ![x](x onerror=window.hacked=1)",
    "{{ config }} {% raw %} {{ 7 * 7 }} {# x #}",
    "`code` **bold** <b>b</b> &lt;script&gt;window.hacked=1&lt;/script&gt;",
    "a\n\n<script>window.hacked = 1</script>\n\n---\ntitle: x\n---\n",
    "![a]: javascript:window.hacked=1\n\n[a]: javascript:window.hacked=1",
    "<svg/onload=window.hacked=1><math><mtext></mtext></math>",
    "\\u003cscript\\u003e </script ><script >window.hacked=1</script >",
)
