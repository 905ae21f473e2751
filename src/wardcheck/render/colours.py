"""What can be read on a party's colour."""

from __future__ import annotations


def ink_on(colour: str) -> str:
    """Black or white, whichever stands out more from ``#RRGGBB`` by the contrast ratio of WCAG 2."""
    red, green, blue = (_linear(int(colour[n : n + 2], 16) / 255) for n in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "#000000" if (luminance + 0.05) ** 2 > 1.05 * 0.05 else "#ffffff"


def _linear(part: float) -> float:
    """A component of an sRGB colour as an amount of light."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
