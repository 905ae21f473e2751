"""HTML that is put together so that no text can pass for markup."""

from __future__ import annotations

from html import escape

from wardcheck.printable import printable

_EMPTY = frozenset({"br", "col", "link", "meta"})
"""Elements without content or end tag."""


class Html(str):
    """Text that is HTML already. Every other ``str`` is taken for words, and escaped."""

    __slots__ = ()


def words(text: str) -> Html:
    """Words as HTML: nothing in them is markup, and no character in them can do harm."""
    return text if isinstance(text, Html) else Html(escape(printable(text)))


def tag(name: str, /, *content: str, **attributes: str | bool | None) -> Html:
    """An element; what is no ``Html`` in it is escaped.

    The ``_`` that ends an attribute (``class_``) is dropped, one within it is a hyphen; ``None`` and ``False`` are left
    out.
    """
    given = {
        key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value not in (None, False)
    }
    start = "".join(f" {key}" if value is True else f' {key}="{words(str(value))}"' for key, value in given.items())
    inner = "".join(map(words, content))
    return Html(f"<{name}{start}>" if name in _EMPTY else f"<{name}{start}>{inner}</{name}>")


def joined(parts: list[Html], between: str = "") -> Html:
    """Pieces of HTML one after the other."""
    return Html(between.join(parts))


def document(title: str, style: str, *body: Html) -> str:
    """A whole page, in English, that fits the width of a telephone and fetches nothing."""
    head = (
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        tag("style", Html(style)),
    )
    inner = joined([tag("head", Html("\n"), *(Html(f"{part}\n") for part in head)), tag("body", *body)], "\n")
    return f"<!DOCTYPE html>\n{tag('html', Html(chr(10)), inner, Html(chr(10)), lang='en-GB')}\n"
