"""Texts that others wrote become sources: the right paragraphs of each kind of file, one line for what cannot."""

import io
import sys
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from caucasus_tui.cli import main
from caucasus_tui.dossier.intake.kinds import CALLED, kind_of
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.loading.original_paragraphs import match
from caucasus_tui.dossier.model import Source
from tests.incoming_files import archive, pdf, with_words, word, word_paragraphs

BODY = [
    "The hill road between Alder & Birch has been closed to lorries since 4 May, when part of it slid away.",
    "Birch says that the quarry firm dug too close to the road. Graves & Sons answers that lorries did it.",
    "Without a road by August, Alder may lose its buyers in the city; nobody can say what the firm will do.",
]
HEADLINE = "Who mends the hill road?"
TEXT = "\n\n".join((HEADLINE, *BODY))
PAGE = f"""<!doctype html><html><head><meta charset=utf-8><title>{HEADLINE} | The Alder Post</title></head><body>
<nav><ul><li><a href=/>Home</a></li><li><a href=/world>World</a></li></ul></nav>
<article><h1>{HEADLINE}</h1>{"".join(f"<p>{text.replace('&', '&amp;')}</p>" for text in BODY)}</article>
<script>document.write("tracked")</script><footer>All rights reserved by The Alder Post</footer></body></html>"""
needs_extra = pytest.mark.skipif(
    not all(map(__import__("importlib.util").util.find_spec, ("readability", "pypdf", "bibtexparser"))),
    reason="needs the extra import: make import",
)


def _printed() -> bytes:
    """The same text as a PDF of two pages: lines of one paragraph part within words and across the pages, each page has
    a head and a number."""
    head = [(72.0, 800.0, 9.0, "The Alder Post 20 May 2021")]
    first = [
        *head,
        (72, 760, 18, HEADLINE),
        (72, 730, 11, "The hill road between Alder & Birch has been closed to lor-"),
        (72, 716, 11, "ries since 4 May, when part of it slid away."),
        (72, 692, 11, "Birch says that the quarry firm dug too close to the road. Graves &"),
        (72, 40, 9, "Page 1"),
    ]
    second = [
        *head,
        (72, 760, 11, "Sons answers that lorries did it."),
        (72, 736, 11, "Without a road by August, Alder may lose its buyers in the city; nobody"),
        (72, 722, 11, "can say what the firm will do."),
        (72, 40, 9, "Page 2"),
    ]
    return pdf([first, second])


FILES: dict[str, str | bytes] = {
    "a.txt": TEXT,
    "a.md": f"# {HEADLINE}\n\n{BODY[0].replace('closed', '**closed**')}\n\n{BODY[1]}\n\n> {BODY[2]}\n",
    "a.docx": word_paragraphs(*(text.replace("&", "&amp;") for text in (HEADLINE, *BODY))),
    "a.html": PAGE,
    "a.pdf": _printed(),
}


def _file(folder: Path, name: str, content: str | bytes) -> Path:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / name


def test_each_kind_that_is_read_has_a_file() -> None:
    kinds = {
        kind_of(content if isinstance(content, bytes) else content.encode(), name) for name, content in FILES.items()
    }
    assert {kind.name for kind in kinds} == CALLED.keys()


@needs_extra
@pytest.mark.parametrize("name", FILES)
def test_each_kind_of_file_gives_the_same_paragraphs(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    article = _file(tmp_path, name, FILES[name])
    assert main(["new", str(tmp_path / "own"), "--from", str(article)]) == 0
    out = capsys.readouterr().out
    assert "  p1    The hill road between …\n  p2    Birch says that the …\n" in out
    source = load(tmp_path / "own").dossier.sources[0]
    assert source.title == HEADLINE
    kept = (tmp_path / "own/seeds/originals/a.txt").read_text()
    assert match(source, kept, "a.txt").passages == dict(zip(("h", "p1", "p2", "p3"), (HEADLINE, *BODY), strict=True))


def _with_headings() -> bytes:
    document, saved = Document(), io.BytesIO()
    document.add_heading(HEADLINE, 1)
    for heading, text in zip(HEADINGS, BODY, strict=False):
        document.add_heading(heading, 2)
        document.add_paragraph(text)
    document.save(saved)
    return saved.getvalue()


HEADINGS = ("What happened", "Who is to blame")
HEADED: dict[str, str | bytes] = {
    "a.md": f"# {HEADLINE}\n\n## {HEADINGS[0]}\n\n{BODY[0]}\n\n## {HEADINGS[1]}\n\n{BODY[1]}\n",
    "a.docx": _with_headings(),
    "a.html": PAGE.replace("</h1><p>", f"</h1><h2>{HEADINGS[0].replace(' ', '<br>')}</h2><p>", 1)
    .replace("</p><p>", f"</p><h2>{HEADINGS[1]}</h2><p>", 1)
    .replace(f"<p>{BODY[2]}</p>", ""),
}


@pytest.mark.parametrize("name", ["a.md", "a.docx", pytest.param("a.html", marks=needs_extra)])
def test_a_heading_is_no_paragraph_that_counts(tmp_path: Path, name: str) -> None:
    assert main(["new", str(tmp_path / "own"), "--from", str(_file(tmp_path, name, HEADED[name]))]) == 0
    source = load(tmp_path / "own").dossier.sources[0]
    assert [paragraph.id for paragraph in source.paragraphs] == ["h", "sh1", "p1", "sh2", "p2"]
    kept = (tmp_path / "own/seeds/originals/a.txt").read_text()
    assert match(source, kept, "a.txt").passages["sh2"] == HEADINGS[1]


@pytest.mark.parametrize("headline", [f"# {HEADLINE}", "By one of the authors"])
def test_of_headings_alone_each_is_a_paragraph(tmp_path: Path, headline: str) -> None:
    file = _file(tmp_path, "a.md", f"{headline}\n\n# {HEADINGS[0]}\n\n# {HEADINGS[1]}\n")
    assert main(["new", str(tmp_path / "own"), "--from", str(file)]) == 0
    assert main(["check", "--dossier", str(tmp_path / "own")]) == 0


def test_word_of_a_browser_may_number_its_parts(tmp_path: Path) -> None:
    numbered = with_words(FILES["a.docx"], "word/document.xml", "word/document2.xml")
    assert main(["new", str(tmp_path / "own"), "--from", str(_file(tmp_path, "a.docx", numbered))]) == 0
    assert (tmp_path / "own/seeds/originals/a.txt").read_text() == f"{TEXT}\n"


def test_to_be_told_what_it_is_an_archive_is_not_unpacked() -> None:
    bomb = archive({"mimetype": "x" * 30_000_000})
    tracemalloc.start()
    try:
        assert kind_of(bomb, "a.docx").instead == "an archive; unpack it first"
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()


AS_IT_STANDS = ["The board will not name anybody.", "Dated 4 March in Alder.", "In a box.", "H2O rose to 100³ km²."]
_RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
_ABOVE = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>{}</w:t></w:r>"
_BOX = f"<w:txbxContent><w:p>{_RUN.format('In a box.')}</w:p></w:txbxContent>"
OF_CHANGES: dict[str, str | bytes] = {
    "a.docx": word(
        f"<w:p>{_RUN.format('The board will ')}<w:del w:id='1'><w:r><w:delText>gladly </w:delText></w:r></w:del>"
        f"<w:ins w:id='2'>{_RUN.format('not ')}</w:ins>{_RUN.format('name ')}"
        f"<w:moveFrom w:id='3'>{_RUN.format('nobody')}</w:moveFrom>"
        f"<w:moveTo w:id='4'>{_RUN.format('anybody')}</w:moveTo>"
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t> hidden</w:t></w:r>{_RUN.format('.')}</w:p>"
        f"<w:p>{_RUN.format('Dated ')}<w:sdt><w:sdtContent>{_RUN.format('4 March')}</w:sdtContent></w:sdt>"
        f"<w:fldSimple w:instr='PAGE'>{_RUN.format(' in Alder.')}</w:fldSimple></w:p>"
        "<w:p><w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        f"<mc:Choice>{_BOX}</mc:Choice><mc:Fallback>{_BOX}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"<w:p><w:smartTag>{_RUN.format('H2O')}</w:smartTag><w:r><w:rPr><w:strike/></w:rPr><w:t> fell</w:t></w:r>"
        f"<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t> rose to 100</w:t></w:r>{_ABOVE.format(3)}"
        f"{_RUN.format(' km')}{_ABOVE.format(2)}{_RUN.format('.')}</w:p>"
    ),
    "a.md": "The board will <del>gladly</del> not ~~ever~~ name <!-- x -->anybody.\n\n"
    '<p align="center">Dated <b>4 March</b> in Alder.</p>\n\n<div>\nIn a box.\n</div>\n\n'
    'H<sub>2</sub>O rose to 100<sup><a href="#n3">3</a></sup> km<sup>2</sup>.\n',
    "a.html": "<html><body><article><p>The board will <del>gladly</del> <s>ever</s> <i>not</i> "
    "<ruby>name<rp>(</rp><rt>naym</rt></ruby> anybody.</p>"
    "Dated 4 March<br>in Alder.<br> <br>In a box."
    "<p>H<sub>2</sub>O rose to 100<sup><a href='#n3'>3</a></sup> km<sup>2</sup>.</p></article>",
}


@pytest.mark.parametrize("name", ["a.docx", "a.md", pytest.param("a.html", marks=needs_extra)])
def test_a_text_is_taken_as_it_stands_once_its_changes_are_accepted(tmp_path: Path, name: str) -> None:
    assert main(["new", str(tmp_path / "own"), "--from", str(_file(tmp_path, name, OF_CHANGES[name]))]) == 0
    assert (tmp_path / "own/seeds/originals/a.txt").read_text() == "\n\n".join(AS_IT_STANDS) + "\n"


def test_in_markdown_what_only_looks_like_a_tag_is_text_and_tags_of_blocks_part_words(tmp_path: Path) -> None:
    text = "The board wrote `<b>` where 1 \\< 2.\n\n<div>One<br>two.</div>\n"
    assert main(["new", str(tmp_path / "own"), "--from", str(_file(tmp_path, "a.md", text))]) == 0
    assert (tmp_path / "own/seeds/originals/a.txt").read_text() == "The board wrote <b> where 1 < 2.\n\nOne two.\n"


def test_a_hyphen_that_does_not_break_and_a_tab_are_there_in_a_text_from_word(tmp_path: Path) -> None:
    content = word(
        f"<w:p>{_RUN.format('One')}<w:r><w:noBreakHyphen/><w:t>third</w:t><w:tab/><w:t>of it.</w:t></w:r></w:p>"
    )
    assert main(["new", str(tmp_path / "own"), "--from", str(_file(tmp_path, "a.docx", content))]) == 0
    assert (tmp_path / "own/seeds/originals/a.txt").read_text() == "One-third of it.\n"


@needs_extra
def test_in_a_pdf_a_number_above_the_line_or_beside_it_is_no_further_digit(tmp_path: Path) -> None:
    small = [(145.0, 704.0, 7.0, "3"), (206.0, 697.0, 7.0, "2")]
    line = [
        (72.0, 700.0, 11.0, "They counted 100"),
        small[0],
        (150, 700, 11, " lorries, CO"),
        small[1],
        (210, 700, 11, " too."),
    ]
    cells = [
        (72.0, 600.0, 11.0, "Alder 12"),
        (160.0, 600.0, 11.0, "34"),
        (200.0, 600.0, 11.0, "56"),
        (213.0, 600.0, 11.0, "7"),
    ]
    assert main(["new", str(tmp_path / "own"), "--from", str(_file(tmp_path, "a.pdf", pdf([[*line, *cells]])))]) == 0
    assert (tmp_path / "own/seeds/originals/a.txt").read_text() == (
        "They counted 100³ lorries, CO2 too. Alder 12 34 567\n"
    )


HALF: dict[str, str | bytes] = {
    "a.docx": word(
        "<w:p xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><w:r><w:t>It is </w:t></w:r>"
        "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
        "<w:r><w:t>, so </w:t><w:sym w:font='Symbol' w:char='F0B3'/><w:t> 5.</w:t></w:r></w:p>"
    ),
    "a.html": "<html><meta charset=utf-8><body><article><p>It is <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>, so "
    "\ufffd 5.</p></article>",
}


@pytest.mark.parametrize("name", ["a.docx", pytest.param("a.html", marks=needs_extra)])
def test_what_cannot_be_told_in_letters_leaves_its_place(tmp_path: Path, name: str) -> None:
    assert main(["new", str(tmp_path / "own"), "--from", str(_file(tmp_path, name, HALF[name]))]) == 0
    assert (tmp_path / "own/seeds/originals/a.txt").read_text() == "It is \ufffd, so \ufffd 5.\n"


@needs_extra
def test_what_stands_on_lines_of_its_own_in_a_page_is_not_run_together(tmp_path: Path) -> None:
    apart = (
        "<details><summary>Killed 7</summary>8 hurt</details><center>9 left</center><center>10 came</center>11<hr>12"
    )
    page = PAGE.replace("</p></article>", f"</p>{apart}<p>{BODY[0].replace('&', '&amp;')}</p></article>")
    assert main(["new", str(tmp_path / "own"), "--from", str(_file(tmp_path, "a.html", page))]) == 0
    kept = (tmp_path / "own/seeds/originals/a.txt").read_text()
    assert "\n\nKilled 7\n\n8 hurt\n\n9 left\n\n10 came\n\n11\n\n12\n\n" in kept


def test_first_words_stand_beside_each_fingerprint(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "own"), "--from", str(_file(tmp_path, "a.txt", FILES["a.txt"]))]) == 0
    lines = (tmp_path / "own/seeds/a.yaml").read_text().splitlines()
    beside = [line.partition("  # ")[2] for line in lines if "sha256" in line]
    assert beside == [
        "Who mends the hill …",
        "The hill road between …",
        "Birch says that the …",
        "Without a road by …",
    ]


def test_standard_input_is_a_text_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert main(["new", str(tmp_path / "own"), "--from", "-", "--id", "post"]) == 0
    assert [paragraph.id for paragraph in load(tmp_path / "own").dossier.sources[0].paragraphs] == [
        "h",
        "p1",
        "p2",
        "p3",
    ]
    assert (tmp_path / "own/seeds/post.yaml").exists()


def test_utf_16_that_says_so_is_read(tmp_path: Path) -> None:
    article = _file(tmp_path, "a.txt", "A café\n\nIt is open.\n\nToday.".encode("utf-16"))
    assert main(["new", str(tmp_path / "own"), "--from", str(article)]) == 0
    assert load(tmp_path / "own").dossier.sources[0].title == "A café"


@pytest.mark.parametrize("name", ["a.md", pytest.param("a.html", marks=needs_extra)])
def test_signs_and_tags_in_utf_16_are_no_text(tmp_path: Path, name: str) -> None:
    article = _file(tmp_path, name, str(FILES[name]).replace("charset=utf-8", "").encode("utf-16"))
    assert main(["new", str(tmp_path / "own"), "--from", str(article)]) == 0
    assert (tmp_path / "own/seeds/originals/a.txt").read_text().strip() == TEXT


def test_what_a_terminal_obeys_reaches_neither_file_nor_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = _file(tmp_path, "a.txt", 'A \x1b[31mred\u202e "bold" title\n\n\x9b2JText \x07here.\n\nMore.')
    assert main(["new", str(tmp_path / "own"), "--from", str(article)]) == 0
    written = capsys.readouterr().out + (tmp_path / "own/seeds/a.yaml").read_text()
    assert not set(written) & set("\x1b\u202e\x9b\x07")
    assert load(tmp_path / "own").dossier.sources[0].title == 'A [31mred "bold" title'


ENTITIES = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 50}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
WHOLE = word("")
AT = WHOLE.index(b".xml") + 4
DOCUMENT = "openxmlformats-officedocument.wordprocessingml.document"
WRONG: dict[str, tuple[str | bytes | Callable[[], bytes], str]] = {
    "odt": (archive({"mimetype": "application/vnd.oasis.opendocument.text"}), "an OpenDocument file"),
    "xlsx": (archive({"xl/workbook.xml": ""}), "an Excel workbook; save the sheet as CSV"),
    "zip": (archive({"a": ""}), "an archive"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1", "an old Office file"),
    "rtf": (b"{\\rtf1 Hi}", "an RTF file"),
    "png": (b"\x89PNG\r\n\x1a\n", "a picture"),
    "mht": (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n", "a saved mail or web archive"),
    "ris": (b"TY  - JOUR\n", "a reference in RIS"),
    "one-line.bib": (b"@book{x, title={y}}", "BibTeX, so a reference"),
    "bib": (b"@book{x,\n title={y}}", "BibTeX, so a reference"),
    "json": (b'[{"id": "x"}]', "JSON; a reference goes to --cite"),
    "bin": (b"a\0b", "NUL bytes"),
    "latin.txt": (b"caf\xe9", "not UTF-8"),
    "brackets.md": (b"[" * 900_000, "a paragraph of more than 20000 characters"),
    "comments.txt": (b"<!---->" * 500 + b"\0", "NUL bytes"),
    "empty.html": (b"<html></html>", "no text in it"),
    "macros.docm": (with_words(FILES["a.docx"], DOCUMENT, "ms-word.document.macroEnabled"), "a Word file with macros"),
    "template.dotx": (with_words(FILES["a.docx"], DOCUMENT, "wordprocessingml.template"), "a Word template"),
    "strict.docx": (
        with_words(FILES["a.docx"], "schemas.openxmlformats.org/", "purl.oclc.org/ooxml/"),
        "a strict Open XML file",
    ),
    "locked.docx": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
    "damaged.docx": (WHOLE[:AT] + b"\xff" * 4 + WHOLE[AT + 4 :], "a broken archive"),
    "cut.docx": (FILES["a.docx"][:300], "broken archive or Word file"),
    "unclosed.docx": (word("<w:p>"), "cannot be read as Word (XMLSyntaxError"),
    "bomb.docx": (lambda: word(" " * 70_000_000), "unpacks to more than a text can need"),
    "entities.docx": (word("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", f"{ENTITIES}]>"), "cannot be read as Word"),
    "deep.docx": (word("<w:tbl>" * 3000 + "</w:tbl>" * 3000), "cannot be read as Word"),
    "bad.pdf": (b"%PDF-1.7\nnothing", "cannot be read as PDF"),
    "cut.pdf": (_printed()[:700], "cannot be read as PDF"),
    "loop.pdf": (pdf([[]]).replace(b"Kids[4", b"Kids[2"), "cannot be read as PDF"),
    "pictures.pdf": (pdf([[]]), "no text is in it"),
    "long.pdf": (pdf([[]] * 301), "more than 300 pages"),
    "bomb.pdf": (
        lambda: pdf([[]], stream=zlib.compress(b"BT (x) Tj ET " * 8_000_000), filters=b"/Filter/FlateDecode"),
        "cannot be read as PDF (LimitReachedError",
    ),
    "large.html": (b"<html><p>" + b"<b>x</b>" * 600_000, "more than 4 MB of HTML"),
    "one.html": (b"<html><body><p>" + b"word, " * 9_000, "more than 20000 characters"),
    "deep.html": (b"<html>" + b"<div>" * 20_000 + b"text", "no text in it"),
}


@needs_extra
@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_is_named_in_one_line(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    content, said = WRONG[name]
    article = _file(tmp_path, name if "." in name else f"article.{name}", content() if callable(content) else content)
    assert main(["new", str(tmp_path / "own"), "--from", str(article)]) == 2
    out, err = capsys.readouterr()
    assert said in err and str(article) in err and err.count("\n") == 1 and out == ""
    assert not (tmp_path / "own").exists()


@needs_extra
def test_a_locked_pdf_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=io.BytesIO(_printed()))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    assert main(["new", str(tmp_path / "own"), "--from", str(tmp_path / "a.pdf")]) == 2
    assert "locked with a password; save a copy without one" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "library"), [("a.html", "lxml"), ("a.pdf", "pypdf")])
def test_a_missing_extra_is_one_line_with_the_command(
    tmp_path: Path, name: str, library: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [name for name in sys.modules if name.startswith("caucasus_tui.dossier.intake.")]:
        if module.endswith(("web_page", "pdf_lines")):
            monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "readability", None)
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert main(["new", str(tmp_path / "own"), "--from", str(_file(tmp_path, name, FILES[name]))]) == 2
    err = capsys.readouterr().err
    assert " needs " in err and ("make import" in err or "[import]'" in err) and err.count("\n") == 1


def test_a_pipe_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import os

    os.mkfifo(tmp_path / "pipe")
    assert main(["new", str(tmp_path / "own"), "--from", str(tmp_path / "pipe")]) == 2
    assert "a pipe or a device" in capsys.readouterr().err
    assert main(["new", str(tmp_path / "own"), "--from", str(tmp_path)]) == 2
    assert "a folder" in capsys.readouterr().err


FRONT = f"""---
title: "{HEADLINE}"
author: [Jane Doe, {{name: Bo Lee}}]
date: 2021-05-20T12:00:00Z
link: https://example.org/hill-road
tags: [roads]
---
"""


def _begun(tmp_path: Path, *more: str) -> Source:
    assert main(["new", str(tmp_path / "begun"), "--from", str(tmp_path / "a.md"), *more]) == 0
    return load(tmp_path / "begun").dossier.sources[0]


def test_the_head_of_a_markdown_file_fills_that_of_the_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _file(tmp_path, "a.md", FRONT + "\n\n".join(BODY))
    source = _begun(tmp_path)
    assert source.title == HEADLINE and [author.name for author in source.authors] == ["Jane Doe", "Bo Lee"]
    assert source.published and source.published.edtf == "2021-05-20"
    assert source.url == "https://example.org/hill-road"
    assert "of the front matter: title, author, date, link; not used: tags" in capsys.readouterr().out


def test_a_head_that_was_used_whole_has_nothing_left_to_tell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _file(tmp_path, "a.md", "---\ntitle: A road\n---\n\n" + "\n\n".join(BODY))
    _begun(tmp_path)
    assert "of the front matter: title\n" in capsys.readouterr().out


def test_a_reference_goes_before_it_and_leaves_the_rest_to_it(tmp_path: Path) -> None:
    _file(tmp_path, "a.md", FRONT + "\n\n".join(BODY))
    _file(tmp_path, "a.json", '{"id": "x", "title": "Another title", "publisher": "The Alder Post"}')
    source = _begun(tmp_path, "--cite", str(tmp_path / "a.json"))
    assert (source.title, source.publisher) == ("Another title", "The Alder Post")
    assert [author.name for author in source.authors] == ["Jane Doe", "Bo Lee"]


@pytest.mark.parametrize("front", ["title: The road: who\n", "a: &a [*a]\n", "- x\n", "date: soon\nauthor: {x: y}\n"])
def test_a_head_that_cannot_be_read_stops_nothing_and_is_told(
    front: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _file(tmp_path, "a.md", f"---\n{front}---\n\n" + "\n\n".join(BODY))
    assert _begun(tmp_path).authors[0].name is None
    assert "of the front matter" in capsys.readouterr().out


def test_the_keys_of_a_head_may_be_written_large(tmp_path: Path) -> None:
    _file(tmp_path, "a.md", f"--- \nTitle: {HEADLINE}\nAuthor: Jane Doe\n---\n\n" + "\n\n".join(BODY))
    source = _begun(tmp_path)
    assert (source.title, source.authors[0].name) == (HEADLINE, "Jane Doe")
    assert len(source.paragraphs) == len(BODY) + 1


@pytest.mark.parametrize(
    "title", ["title: >\n  The road\n  over the hill", "title: 'The road over the hill' # of 1912"]
)
def test_a_title_is_read_as_yaml_has_it_above_the_text_too(title: str, tmp_path: Path) -> None:
    _file(tmp_path, "a.md", f"---\n{title}\n---\n\n" + "\n\n".join(BODY))
    source = _begun(tmp_path)
    original = (tmp_path / "begun" / "seeds" / "originals" / f"{source.id}.txt").read_text("utf-8")
    assert source.title == original.splitlines()[0] == "The road over the hill"


def test_text_below_a_rule_is_no_head(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, *others = BODY
    _file(tmp_path, "a.md", f"---\n\n{first}\n\n---\n\n" + "\n\n".join(others))
    source = _begun(tmp_path)
    assert first in (tmp_path / "begun" / "seeds" / "originals" / f"{source.id}.txt").read_text("utf-8")
    assert "front matter" not in capsys.readouterr().out
