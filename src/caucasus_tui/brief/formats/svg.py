"""A drawing of a brief as SVG: lines and, where they are wanted, letters; no style, no script, nothing fetched."""

from html import escape

from caucasus_tui.brief.model import Drawing, Lettering


def svg(drawing: Drawing, *, letters: bool = True) -> str:
    """The drawing as one element that takes the colour of its text; without `letters` for a format that sets them
    itself."""
    said = f' role="img" aria-label="{escape(drawing.said)}"' if letters else ' xmlns="http://www.w3.org/2000/svg"'
    lines = "".join(f'<polyline points="{_points(line)}"/>' for line in drawing.lines)
    # An attribute, not style: checkers of CSS do not know it.
    texts = f'<g paint-order="stroke">{"".join(map(_text, drawing.letterings))}</g>' if letters else ""
    colour = "currentColor" if letters else "#4a525b"
    box = f'viewBox="0 0 {drawing.width:g} {drawing.height:g}"'
    stroke = f'fill="none" stroke="{colour}" stroke-width="0.9" stroke-linejoin="round"'
    return f"<svg {box}{said}><g {stroke}>{lines}</g>{texts}</svg>"


def _points(line: tuple[tuple[float, float], ...]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in line)


def _text(lettering: Lettering) -> str:
    look = ' class="strong"' if lettering.strong else ' class="faint"' if lettering.faint else ""
    where = f'x="{lettering.x:.1f}" y="{lettering.y:.1f}" text-anchor="{lettering.anchor}"'
    return f"<text {where}{look}>{escape(lettering.text)}</text>"
