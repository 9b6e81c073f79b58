"""Links and titles of the terminal's own: who takes them, what goes into them, what they cost, how they end."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.claim.citations import cite_spans
from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.rows.wrapping import wrap
from caucasus_tui.session.history import Visit
from caucasus_tui.tui.app import Dashboard
from caucasus_tui.tui.colouring import segments
from caucasus_tui.tui.palette import Palette, links
from caucasus_tui.tui.terminal import modes
from caucasus_tui.tui.terminal.capabilities import Terminal, terminal
from caucasus_tui.tui.terminal.frame import Frame
from caucasus_tui.tui.terminal.hyperlinks import END, LONGEST, begin, target
from caucasus_tui.tui.terminal.ink import Ink
from tests.screen import LARGE, session

VTE = {"TERM": "xterm-256color", "VTE_VERSION": "6800"}
ADDRESS = "https://example.org/valley"


@pytest.mark.parametrize(
    ("environ", "titles", "linked"),
    [
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(379)"}, True, False),
        ({"TERM": "xterm-kitty"}, True, True),
        ({"TERM": "alacritty"}, True, True),
        ({"TERM": "foot-extra"}, True, True),
        (VTE, True, True),
        ({**VTE, "VTE_VERSION": "5002"}, False, False),
        ({**VTE, "VTE_VERSION": "five"}, False, False),
        ({"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"}, True, False),
        ({"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4"}, True, True),
        ({"TERM": "screen-256color", "TMUX": "/tmp/x,1,0", "VTE_VERSION": "6800"}, True, False),
        ({"TERM": "screen.xterm-256color", "VTE_VERSION": "6800"}, False, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, True, True),
        ({"TERM": "xterm-ghostty", "TERM_PROGRAM": "ghostty"}, False, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False, False),
        ({"TERM": "xterm-256color", "WT_SESSION": "x"}, False, True),
        ({"TERM": "xterm-256color", "KONSOLE_VERSION": "220401", "XTERM_VERSION": "inherited"}, False, False),
        *(
            ({"TERM": name}, False, False)
            for name in ("xterm", "xterm-256color", "st-256color", "rxvt-unicode", "putty")
        ),
        *(({"TERM": name, "VTE_VERSION": "6800"}, False, False) for name in ("linux", "vt220", "st", "", "unknown")),
    ],
)
def test_only_terminals_known_for_it_get_a_title_or_links(environ: dict[str, str], titles: bool, linked: bool) -> None:
    found = terminal(environ, "utf-8")
    assert (found.titles, found.links) == (titles, linked)
    assert not terminal(environ, "utf-8", low_bandwidth=True).links
    for what in (modes.enter(found, True), modes.title(found, "x"), modes.leave(found)):
        assert titles or ("]2;" not in what and "22;2t" not in what and "23;2t" not in what)
        assert linked or "]8;" not in what


def test_the_title_is_put_on_the_stack_before_it_is_set_and_taken_back_from_there() -> None:
    found = terminal(VTE, "utf-8")
    assert "\x1b[22;2t" in modes.enter(found, True) and "\x1b[23;2t" in modes.leave(found)
    assert modes.title(found, "caucasus-tui: The bridge") == "\x1b]2;caucasus-tui: The bridge\x1b\\"
    assert modes.title(found, "") == ""


@given(st.text())
def test_a_title_ends_nothing_and_is_bounded(text: str) -> None:
    said = modes.title(Terminal(titles=True), f"caucasus-tui: {text}")
    shown = said.removeprefix("\x1b]2;").removesuffix("\x1b\\")
    assert len(shown) <= modes.LONGEST_TITLE
    assert not [letter for letter in shown if category(letter)[0] == "C"]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        (ADDRESS, ADDRESS),
        ("https://example.org/a b?c=ж%20%", "https://example.org/a%20b?c=%D0%B6%20%25"),
        ("https://example.org:8443/x;y#z", "https://example.org:8443/x;y#z"),
        ("https://example.org/\x1b\\\x07\x9c", "https://example.org/%1B%5C%07%C2%9C"),
        *(
            (none, "")
            for none in ("", "http://example.org", "file:///etc/passwd", "javascript:x", "HTTPS://example.org")
        ),
        *((none, "") for none in ("https://", "https://пример.org/", "https://a@b.org/", "https://exa mple.org/")),
        ("https://example.org/" + "a" * LONGEST, ""),
        ("https://example.org/" + "ж" * 60, ""),
    ],
)
def test_where_an_address_leads(address: str, found: str) -> None:
    assert target(address) == found


@given(st.text() | st.text().map("https://example.org/".__add__))
def test_whatever_an_address_is_what_is_sent_is_plain_ascii(address: str) -> None:
    found = target(address)
    assert all("!" <= letter <= "~" for letter in found) and len(found) <= LONGEST
    assert target(found) == found
    said = begin(address)
    assert said == END or (said.startswith("\x1b]8;id=") and said.endswith(f";{address}\x1b\\"))
    assert all("!" <= letter <= "~" for letter in said[1:-2])


LINKED, OTHER = Style(link=ADDRESS), Style(link=f"{ADDRESS}/2")


def drawn(*lines: list[Segment]) -> str:
    width = 20
    frame = Frame(Ink("256"), fills=True)
    return frame.change(
        {y: Segment.adjust_line_length(line, width) for y, line in enumerate(lines)}, (width, len(lines))
    )


def test_a_link_is_begun_once_a_run_and_ended_before_anything_else() -> None:
    sent = drawn([Segment("see "), Segment("p1", LINKED), Segment(" ", LINKED), Segment("p2", LINKED), Segment(" end")])
    assert sent.count(ADDRESS) == 1 and f"p1 p2{END}" in sent
    sent = drawn([Segment("p1", LINKED), Segment("p2", OTHER)])
    assert sent.count(END) == 1 and sent.endswith(END), "one begins where the other ends"
    assert len({part.partition(";")[0] for part in sent.split("id=")[1:]}) == 2
    sent = drawn([Segment("p1", LINKED)], [Segment("p2", LINKED)])
    assert len({part.partition(";")[0] for part in sent.split("id=")[1:]}) == 1, "of one address all together"
    assert "\x1b[K" not in sent.partition(END)[0]


def test_a_style_of_another_kind_of_address_is_no_link() -> None:
    sent = drawn([Segment("p1", Style(link="https://example.org/\x1b\\\x1b]0;x\x07"))])
    assert "example" not in sent and "\x07" not in sent


PALETTE = Palette({"text": Style(), "cite": Style()}, Style(), links={"valley-letter": LINKED})


def test_citations_of_a_source_with_an_address_lead_there_and_their_blanks_too(tiny: Dossier) -> None:
    cites = [cite for cite, _ in tiny.statements() if str(cite).startswith("valley-letter:")][:3]
    for spans in (cite_spans(tiny, cites), cite_spans(tiny, cites, links=False)):
        for line in wrap([Span("said in"), Span(" "), *spans, Span(" so")], 80):
            found = segments(Row(line), PALETTE, Style(), "", 80)
            assert "".join(part.text for part in found if part.style and part.style.link) == " ".join(
                str(cite).partition(":")[2] for cite in cites
            )
            sent = drawn(found)
            assert sent.count(ADDRESS) == 1
            assert len(sent) - len(drawn([Segment(part.text) for part in found])) <= len(ADDRESS) + 40


@pytest.mark.parametrize("linked", [True, False])
async def test_on_screen_only_where_the_terminal_takes_them(tiny: Dossier, linked: bool) -> None:
    source, style = next(iter(links(tiny.whole).items()))
    app = Dashboard(session(tiny), terminal=Terminal(colours="256", links=linked))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.pause()
        found = shown(app)
        await pilot.press("L")
        app.views.go(Visit(f"source:{source}"))
        await pilot.pause()
        found += shown(app)
        await pilot.press("b")
        await pilot.pause()
        found += shown(app)
    assert {address for address, _ in found} == ({style.link} if linked else set())
    assert not linked or (style.link, style.link) in found, "the address itself is one"
    assert app.window_title == f"caucasus-tui: {tiny.about.title}"


def shown(app: Dashboard) -> list[tuple[str, str]]:
    """What leads where on the screen."""
    strips = app.screen._compositor.render_strips()
    return [(part.style.link, part.text) for strip in strips for part in strip if part.style and part.style.link]


async def test_every_address_that_is_sent_is_that_of_a_source(real: Dossier) -> None:
    known = links(real.whole)
    assert len(known) > 10 and all(target(style.link or "") == style.link for style in known.values())
    app = Dashboard(session(real), terminal=Terminal(colours="256", links=True))
    async with app.run_test(size=LARGE) as pilot:
        found: list[tuple[str, str]] = []
        await pilot.press("L")
        for key in "123457":
            await pilot.press(key, "z", "G")
            await pilot.pause()
            found += shown(app)
    assert {address for address, _ in found} <= {style.link for style in known.values()} and found
