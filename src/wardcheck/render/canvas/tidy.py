"""What Matplotlib writes -> an SVG that can be read aloud, and that can stand in a page beside others."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

_NAMESPACE = "http://www.w3.org/2000/svg"
_LINK = "{http://www.w3.org/1999/xlink}href"
_FONTS = "system-ui, -apple-system, 'Segoe UI', Helvetica, Arial, 'DejaVu Sans', sans-serif"
_NUMBER = re.compile(r"-?\d+\.\d{3,}")
_FAMILY = re.compile(r"font-family: [^;]*(?:; |$)")
_TURN_OF_NOTHING = re.compile(r"rotate\(-?0 .*\)")


def tidied(drawn: bytes, title: str, alt: str, name: str, *, alone: bool) -> str:
    """The drawing with a title and a description, and ids that begin with ``name``.

    Without the elements that speak of the program that drew it, and with two decimals of a point. ``alone`` is for a
    file; otherwise it is for the middle of an HTML page, as wide as its place allows.
    """
    root = ET.fromstring(drawn)  # noqa: S314  it was drawn a moment ago, by us
    for parent in list(root.iter()):
        for child in list(parent):
            if _plain(child.tag) in ("metadata", "style"):
                parent.remove(child)
    named = {ref for element in root.iter() for ref in _references(element)}
    for element in root.iter():
        _tidy(element, named, name)
    width, height = (str(root.get(side)).removesuffix("pt") for side in ("width", "height"))
    view = str(root.get("viewBox"))
    root.attrib.clear()
    root.attrib |= {"xmlns": _NAMESPACE} if alone else {}
    root.attrib |= {"viewBox": view, "role": "img", "aria-labelledby": f"{name}-title {name}-desc"}
    root.attrib |= {"width": width, "height": height} if alone else {}
    root.attrib |= {"font-family": _FONTS, "stroke-linejoin": "round"}
    _insert(root, 0, "title", f"{name}-title", title)
    _insert(root, 1, "desc", f"{name}-desc", alt)
    text = ET.tostring(root, encoding="unicode", short_empty_elements=alone)
    return f"{text}\n"


def _plain(tag: str) -> str:
    return tag.removeprefix(f"{{{_NAMESPACE}}}")


def _references(element: ET.Element) -> list[str]:
    found = [str(element.get(_LINK)).removeprefix("#")] if _LINK in element.attrib else []
    clip = element.get("clip-path")
    return [*found, clip.removeprefix("url(#").removesuffix(")")] if clip else found


def _tidy(element: ET.Element, named: set[str], name: str) -> None:
    element.tag = _plain(element.tag)
    own = element.attrib
    if _LINK in own:
        own["href"] = f"#{name}-{own.pop(_LINK).removeprefix('#')}"
    if "clip-path" in own:
        own["clip-path"] = own["clip-path"].replace("url(#", f"url(#{name}-")
    if own.get("id") in named:
        own["id"] = f"{name}-{own['id']}"
    else:
        own.pop("id", None)
    if _TURN_OF_NOTHING.fullmatch(own.get("transform", "")):
        del own["transform"]
    for key in ("d", "x", "y", "transform"):
        if key in own:
            own[key] = _NUMBER.sub(lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), own[key])
    if element.tag == "path" and "d" in own:
        own["d"] = own["d"].replace("\n", "").strip()
    if "style" in own:
        own["style"] = _FAMILY.sub("", own["style"]).strip().removesuffix(";")  # the whole drawing's is enough
    element.text = element.text if element.tag in ("text", "title", "desc") else None
    element.tail = None


def _insert(root: ET.Element, at: int, tag: str, id_: str, words: str) -> None:
    element = ET.Element(tag, {"id": id_})
    element.text = words
    root.insert(at, element)
