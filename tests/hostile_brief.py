"""A dossier in which every text is markup of some format, built from structs: nothing has cleaned or refused it."""

from typing import Any

from caucasus_tui.brief.build import build
from caucasus_tui.brief.model import Brief, Request
from caucasus_tui.dossier.model.dates import Edtf, When
from caucasus_tui.dossier.model.dossier import About, Dossier
from caucasus_tui.dossier.model.frame_words import Lane, SourceForm
from caucasus_tui.dossier.model.links import ActorId, Citation, LeverId, Ref
from caucasus_tui.dossier.model.records import (
    Actor,
    Agreement,
    Cited,
    Derived,
    Event,
    Gap,
    Lever,
    Recommendation,
    Scenario,
    Tension,
    Term,
)
from caucasus_tui.dossier.model.records.agreements import Contention
from caucasus_tui.dossier.model.records.events import Participant
from caucasus_tui.dossier.model.records.limits import Bounds
from caucasus_tui.dossier.model.sources import Hedge, Paragraph, Source, Statement
from tests.conftest import TODAY

EVIL = "https://evil.example"
MARKUP = {
    "markdown-inline": f"*a* **b** _c_ __d__ `e` ~~f~~ [g]({EVIL}) ![h](x) <{EVIL}> \\* \\[ ^k^ $x$",
    "markdown-links": f"[evil] [evil][evil] [^p1] {EVIL} www.evil.example me@evil.example [x]: {EVIL}",
    "markdown-blocks": "# a ## b 1. c - d + e > f | g | --- === ``` ::: #",
    "markdown-list": "- d",
    "markdown-number": "1988. The year",
    "markdown-entities": "&amp; &lt;b&gt; &copy; &#x41; &nbsp;",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)><!-- c --></li></ul></style>\" ' onmouseover='x'",
    "html-frames": f"<iframe src={EVIL}></iframe><meta http-equiv=refresh content=0><base href=x><svg/onload=x>",
    "typst": '#panic("x") $x^2 + #y$ *a* _b_ @ref <label> // c /* d */ \\u{41} ~ -- ... #include "x.typ" #sys = H',
    "typst-blocks": "= Heading + item / term: text #set page(width: 1pt) #[]{}()",
    "word-fields": f'{{ HYPERLINK "{EVIL}" }} {{ DATE }} «MERGEFIELD» <w:fldSimple w:instr="DATE"/> ]]> <![CDATA[x]]>',
    "textual": "[red]a[/] [bold]b[/bold] [@click=app.quit]c[/] [/ [s04] [p4.3]",
    "json": '", "x": 1} \\" \\u0041 \\n',
    "scripts": "Երևան Արցախ თბილისი Əliyev Xankəndi Şuşa İğdır Ереван Баку ğışçöü",
}


def dossier_of(text: str) -> Dossier:
    """A dossier that says `text` wherever a curator may write."""
    cite, other = Citation("a-source:p1.1"), Citation("a-source:p1.2")
    when = When(edtf=Edtf("[2031-06-01..2031-06-10]"), role="window", as_stated=text, year="inferred", basis=text)
    cited = Cited(text=text, cites=(cite, other))
    derived = Derived(text=text, basis=(cite,))
    one, two = ActorId("one"), ActorId("two")
    source = Source(
        id="a-source",
        title=text,
        publisher=text,
        form=SourceForm("commentary"),
        standpoint=text,
        as_of=when,
        access=text,
        limits=(text,),
        cites=(cite,),
        paragraphs=(
            Paragraph(
                id="p1",
                about=text,
                statements=(
                    Statement(id="p1.1", type="forecast", text=text, quote=text, actors=(one,), hedge=_hedge(text)),
                    Statement(id="p1.2", type="fact", text=text, actors=(one,), hedge=_hedge(text)),
                ),
            ),
        ),
    )
    term = Term(
        id="a-term",
        title=text,
        cites=(cite,),
        order=1,
        obligors=(one,),
        depth="mention",
        status="agreed",
        status_word=cited,
        contention=Contention(level="stated-high", word=cited, obstacles=(cited,)),
        deadline=when,
    )
    return Dossier(
        about=About(
            title=text,
            short_title=text,
            version=text,
            as_of=when,
            addressee=one,
            bottom_line=(cited,),
            key_judgements=(cite,),
        ),
        sources=(source,),
        actors=(
            Actor(id="one", title=text, short="ONE", form="state", positions=(cited,), warnings=(cited,), note=derived),
            Actor(id="two", title=text, short="TWO", form="state", belongs_to=one),
        ),
        events=(
            Event(
                id="e",
                title=text,
                cites=(cite,),
                when=_due(when),
                lane=Lane("military"),
                actors=(Participant(actor=one),),
            ),
        ),
        levers=(
            Lever(
                id="a-lever",
                title=text,
                cites=(cite,),
                holders=(two,),
                targets=(one,),
                toward=(two,),
                domain=text,
                mechanism=text,
                direction="deter",
                status="latent",
                window=(when,),
            ),
        ),
        agreements=(
            Agreement(
                id="an-agreement",
                title=text,
                cites=(cite,),
                when=when,
                parties=(one,),
                parties_basis="stated",
                status="in-force",
                terms=(term,),
            ),
        ),
        recommendations=(
            Recommendation(
                id="a-call",
                title=text,
                cites=(cite,),
                order=1,
                form="ask",
                addressee=(two,),
                targets=(one,),
                levers=(LeverId("a-lever"),),
                window=(when,),
                precondition=derived,
                content=(cited,),
                risk=derived,
            ),
        ),
        scenarios=(Scenario(id="s", title=text, cites=(cite,), order=1, actors=(one,), consequences=(cited,)),),
        tensions=(Tension(id="t1", title=text, sides=(cited, cited), cites=(cite, other)),),
        gaps=(
            Gap(
                id="g", title=text, answer=text, bounded_by=Bounds(when=when, cites=(cite,)), about=(Ref("actor:one"),)
            ),
        ),
    )


def hostile_brief(text: str, **asked: Any) -> Brief:
    """The whole brief of that dossier."""
    return build(dossier_of(text), Request(today=TODAY, **asked))


def _hedge(text: str) -> Hedge:
    return Hedge(word=text, code="conditional", reading=text)


def _due(when: When) -> When:
    return When(edtf=when.edtf, role="deadline", as_stated=when.as_stated)
