"""The brief as one HTML file: no script, nothing fetched, prints on A4, reads in a browser and in a screen reader."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files
from string import Template

from caucasus_tui.brief.formats.svg import svg
from caucasus_tui.brief.model import Brief, Line, Section
from caucasus_tui.brief.wording import LABELS, entries, entry_at, entry_of, followed, groups, line_spans
from caucasus_tui.dossier.text.language_tags import fitted, runs
from caucasus_tui.page.rows import NBSP, Span


def render(brief: Brief, width: int) -> bytes:
    """The brief as a document with headings, lists and links to its references and sources. Nothing in it comes from
    outside and nothing runs, even if a mistake of ours let markup through: `html.html` has the policy."""
    language, targets = fitted(brief.language), set(entries(brief))
    rtl, marking = language.is_rtl, brief.marking
    styles = [files("caucasus_tui.brief.formats").joinpath("html.css").read_text("utf-8").rstrip()]
    head = [f"<h1>{_text(brief.title, rtl)}</h1>", f'<p class="as-of">{_text(brief.as_of, rtl)}</p>']
    foot = f"<p>{_text(brief.left_out, rtl)}</p>" if brief.left_out else ""
    if marking:
        styles.append(f'@page {{ @bottom-center {{ content: "{_css(marking)}"; font: 700 8pt sans-serif; }} }}')
        head.insert(0, f'<p class="marking">{_text(marking, rtl)}</p>')
        foot += f'<p class="marking" aria-hidden="true">{_text(marking, rtl)}</p>'
    if brief.banner:
        head.append(f'<p class="banner">{_text(brief.banner, rtl)}</p>')
    document = Template(files("caucasus_tui.brief.formats").joinpath("html.html").read_text("utf-8"))
    return document.substitute(
        language=escape(language.text),
        direction=' dir="rtl"' if rtl else "",
        title=escape(brief.title),
        style="\n".join(styles),
        head="\n".join(head),
        sections="\n".join(line for section in brief.sections for line in _section(section, targets, rtl)),
        foot=f"\n<footer>{foot}</footer>" if foot else "",
    ).encode()


def _section(section: Section, targets: set[str], rtl: bool) -> Iterator[str]:
    yield f'<section class="{section.key}" aria-labelledby="{section.key}">'
    yield f'<h2 id="{section.key}">{_text(section.title, rtl)}</h2>'
    if section.note:
        yield f'<p class="note">{_text(section.note, rtl)}</p>'
    if section.drawing:
        caption = _text(section.drawing.note, rtl)
        yield f'<figure><div dir="ltr">{svg(section.drawing)}</div><figcaption>{caption}</figcaption></figure>'
    for heading, lines in groups(section):
        if heading:
            yield f"<h3>{_text(heading, rtl)}</h3>"
        yield "<ul>"
        for line in lines:
            entry = entry_at(section, line)
            anchor = f' id="{_anchor(entry)}"' if entry else ""
            yield f"<li{anchor}>{_line(line, targets, rtl)}</li>"
        yield "</ul>"
    yield "</section>"


def _line(line: Line, targets: set[str], rtl: bool) -> str:
    return "".join(_marked(span, targets, rtl) for span in line_spans(line))


def _text(text: str, rtl: bool) -> str:
    """Names and quotations that run the other way are kept apart, or they would move what stands beside them."""
    if text.isascii() and not rtl:
        return escape(text)
    return "".join(f"<bdi>{escape(run)}</bdi>" if against else escape(run) for run, against in runs(text, rtl=rtl))


def _marked(span: Span, targets: set[str], rtl: bool) -> str:
    text = _text(span.text, rtl)
    if span.role == "strong":
        return f"<strong>{text}</strong>"
    if span.role in LABELS:
        glyph = LABELS[span.role]
        ornament = f'<span class="glyph" aria-hidden="true">{glyph}</span>' if glyph else ""
        return f'<span class="label {span.role}">{ornament}{text}</span>'
    if span.role == "cite":
        entry = entry_of(span.subject, targets)
        return f'<a class="cite" href="#{_anchor(entry)}">{text}</a>' if entry else _plain("cite", text)
    if page := followed(span):
        return f'<a href="{escape(page)}" rel="noreferrer">{text}</a>'
    if span.role == "hedge" and NBSP in span.text:
        return _plain("hedge whole", text)
    return text if span.role == "text" else _plain(span.role, text)


def _css(text: str) -> str:
    """A text as a string of CSS: each letter by its number, so that none of them can end it."""
    return "".join(f"\\{ord(letter):06x}" for letter in text)


def _plain(role: str, text: str) -> str:
    return f'<span class="{role}">{text}</span>'


def _anchor(address: str) -> str:
    return f"ref-{address.replace(':', '-')}"
