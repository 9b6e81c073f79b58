"""What the library's template brings into a Word file and nobody wants there."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length

_PARTS = ("/stylesWithEffects", "/metadata/thumbnail", "/customXml", "/extended-properties")
"""Ends of the relations that lead to them: stale styles, a picture of an empty page, a bibliography, and counts of it
made by Word 2011."""
_SETTINGS = ("w:proofState", "w:savePreviewPicture", "w:rsids", "w:themeFontLang", "w:compat/w:useFELayout")
COMPATIBILITY = "15"
"""Word 2013 and later; with less it says "Compatibility Mode" over every brief."""


def tidy(document: Document) -> None:
    """Take out parts and settings of the template, which is American, Japanese, and of 2010."""
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_PARTS)]:
            del relations[key]
    settings = document.settings.element
    for path in _SETTINGS:
        for element in settings.xpath(path):
            element.getparent().remove(element)
    for element in settings.xpath("w:compat/w:compatSetting[@w:name='compatibilityMode']"):
        element.set(qn("w:val"), COMPATIBILITY)
    for element in settings.xpath("w:zoom"):
        element.attrib.clear()
        element.set(qn("w:percent"), "100")


def mark_pages(document: Document, marking: str, style: str) -> None:
    """A marking at the head of each page."""
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.style = style
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(marking)


def number_pages(document: Document, title: str, style: str, width: Length) -> None:
    """The title and `1 / 2` at the foot of each page, `width` apart. The numbers are the file's only fields."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = style
    for stop in paragraph.style.element.xpath("w:pPr/w:tabs"):
        stop.getparent().remove(stop)
    paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{title}\t")
    for field in ("PAGE", "NUMPAGES"):
        if field != "PAGE":
            paragraph.add_run(" / ")
        element = OxmlElement("w:fldSimple")
        element.set(qn("w:instr"), field)
        run = paragraph.add_run("1")
        element.append(run._r)
        paragraph._p.append(element)
