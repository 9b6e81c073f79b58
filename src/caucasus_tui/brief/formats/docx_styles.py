"""How the Word document looks: styles that a reader can change in Word, and nothing set by hand on a run."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from caucasus_tui.brief.wording import BRACKET, GAP, LABELS
from caucasus_tui.dossier.text.language_tags import UNDETERMINED, LanguageTag
from caucasus_tui.page.marks import CURATOR, READER

LIST, BOTTOM_LINE, NOTE, STRONG = "List Bullet", "Bottom Line", "Brief Note", "Strong"
BANNER, FOOT, NUMBERED = "Brief Banner", "Footer", "Brief Numbered"
PAGE, MARGIN = (Mm(210), Mm(297)), Mm(20)
TEXT_WIDTH = Mm(170)
_INK, _SOFT = RGBColor(0x1B, 0x1F, 0x24), RGBColor(0x4D, 0x56, 0x61)
_ACCENT, _WARNING = RGBColor(0x1D, 0x4F, 0x7C), RGBColor(0x7A, 0x2F, 0x0B)
_SERIF, _SANS = "Cambria", "Calibri"


def character_style(role: str) -> str:
    """The character style of a span's role."""
    if role in (CURATOR.role, READER.role, GAP.role):
        return "Brief Own"
    if role in LABELS:
        return "Brief Type"
    known = {"strong": STRONG, "hedge": "Brief Hedge", "cite": "Brief Citation"}
    return known.get(role, "Brief Citation" if role in ("dim", "tension", BRACKET) else "Default Paragraph Font")


def prepare(document: Document, language: LanguageTag) -> None:
    """A4, and every style that the brief uses."""
    _defaults(document, language)
    for section in document.sections:
        if language.is_rtl:
            _before(section._sectPr, "w:bidi", "w:docGrid")
        section.page_width, section.page_height = PAGE
        section.left_margin = section.right_margin = MARGIN
        section.top_margin = section.bottom_margin = Mm(14)
    styles = document.styles
    normal = _paragraph(document, "Normal", _SERIF, 9.5, before=0, after=3)
    if language.is_rtl:
        _before(normal.element.pPr, "w:bidi", "w:spacing")
    _paragraph(document, "Title", _SANS, 19, before=0, after=3, bold=True)
    _paragraph(document, "Heading 1", _SANS, 12, before=7, after=2, bold=True)
    _paragraph(document, "Heading 2", _SANS, 9.5, before=5, after=1, bold=True, colour=_SOFT)
    for name in (NOTE, BANNER, BOTTOM_LINE, NUMBERED):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for name in (LIST, NUMBERED):  # a numbered line says its number itself
        layout = _paragraph(document, name, _SERIF, 9.5, before=0, after=2).paragraph_format
        layout.keep_together, layout.left_indent, layout.first_line_indent = True, Mm(5), Mm(-5)
    _paragraph(document, NOTE, _SANS, 9, before=0, after=2, colour=_SOFT)
    _paragraph(document, FOOT, _SANS, 7.5, before=0, after=0, colour=_SOFT)
    _paragraph(document, BANNER, _SANS, 9, before=0, after=2, bold=True, colour=_WARNING)
    _paragraph(document, BOTTOM_LINE, _SERIF, 11, before=2, after=3)
    _character(document, "Brief Type", size=8.5, colour=_ACCENT, bold=True)
    _character(document, "Brief Own", size=8.5, colour=_SOFT, bold=True)
    _character(document, "Brief Citation", size=8, colour=_SOFT)
    hedge = styles.add_style("Brief Hedge", WD_STYLE_TYPE.CHARACTER)
    hedge.font.italic = True


def _paragraph(
    document: Document,
    name: str,
    face: str,
    size: float,
    *,
    before: float,
    after: float,
    bold: bool = False,
    colour: RGBColor = _INK,
) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    _face(style, face)
    style.font.size, style.font.bold, style.font.italic, style.font.color.rgb = Pt(size), bold, False, colour
    _complex(style, size, bold)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.line_spacing_rule, layout.widow_control = WD_LINE_SPACING.SINGLE, True
    # The template rules a line under its title, and drops the space between the items of a list.
    for element in style.element.xpath("w:pPr/w:pBdr | w:pPr/w:contextualSpacing"):
        element.getparent().remove(element)
    return style


def _character(document: Document, name: str, *, size: float, colour: RGBColor, bold: bool = False) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    assert isinstance(style, CharacterStyle)
    _face(style, _SANS)
    style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, colour
    _complex(style, size, bold)


def _face(style: CharacterStyle, face: str) -> None:
    """The face for every script: the template names theme fonts, which would win."""
    style.font.name = face
    fonts = style.element.rPr.rFonts
    for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{attribute}"), None)
    for attribute in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{attribute}"), face)


def _complex(style: CharacterStyle, size: float, bold: bool) -> None:
    """Size and weight of Arabic, Hebrew and the like, for which Word has properties of their own."""
    style.font.cs_bold = bold
    properties = style.element.rPr
    for element in properties.xpath("w:szCs"):
        properties.remove(element)
    element = OxmlElement("w:szCs")
    element.set(qn("w:val"), str(round(2 * size)))
    properties.xpath("w:sz")[0].addnext(element)


def _before(parent: BaseOxmlElement, name: str, follower: str) -> None:
    """An element put in where the schema wants it, before another that is there."""
    parent.xpath(follower)[0].addprevious(OxmlElement(name))


def _defaults(document: Document, language: LanguageTag) -> None:
    """The language of all that names no other; the template's is American."""
    written = "en-GB" if language.text == "en" else "x-none" if language.text == UNDETERMINED else language.text
    for element in document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        element.attrib.clear()
        element.set(qn("w:bidi" if language.is_rtl else "w:val"), written)
        if language.is_rtl:
            element.set(qn("w:val"), "x-none")
