"""Contrast, the ratio of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""

from __future__ import annotations

from collections.abc import Iterable


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, from 0 (black) to 1 (white).

    The formula of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance), with the
    threshold of IEC 61966-2-1, which gives the same for every colour of eight bits.
    """
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 (none) to 21 (black on white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def nearest_readable(colour: str, grounds: Iterable[str], least: float) -> str | None:
    """Return the shade of a colour that is just readable on all grounds, or None.

    Hue and saturation stay; of the shades that reach the ratio `least`, the one whose
    lightness is nearest to the colour's comes back.
    """
    from colorsys import hls_to_rgb, rgb_to_hls

    grounds = tuple(grounds)
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    for step in sorted(range(256), key=lambda step: abs(step / 255 - lightness)):
        parts = hls_to_rgb(hue, step / 255, saturation)
        shade = "#" + "".join(f"{round(part * 255):02x}" for part in parts)
        if all(contrast(shade, ground) >= least for ground in grounds):
            return shade
    return None


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255
