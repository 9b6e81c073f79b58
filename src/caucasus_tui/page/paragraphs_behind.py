"""What is behind an item: the paragraphs it rests on, whole, so that the context is there too."""

from collections.abc import Sequence
from functools import partial

from caucasus_tui.dossier.addresses import Address
from caucasus_tui.dossier.addresses.places import rests_on, thing_at, title_at
from caucasus_tui.dossier.model import Citation, Code, Dossier, Gap, Source
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.paragraph import CITED, original_rows, passage_block
from caucasus_tui.page.rows import Page, Row, Span, flowing, hanging
from caucasus_tui.page.rows.growing import Block, GrowingRows


def behind_page(dossier: Dossier, address: Address, lens: Lens) -> Page:
    """Every paragraph that an item rests on, in the order of its citations; every paragraph of a source."""
    item, title = thing_at(dossier, address), title_at(dossier, address)
    if isinstance(item, Source):
        paragraphs = [f"{item.id}:{name}" for name in dossier.relations.outlines[item.id].paragraphs]
        return Page(title, _paragraphs(dossier, paragraphs, (), lens, flowing([Span(title, "title")], lens.width)))
    cited = rests_on(dossier, address)
    paragraphs = list(dict.fromkeys(f"{cite.source}:{cite.paragraph}" for cite in cited))
    heading = flowing([Span("Paragraphs behind: ", "dim"), Span(title, "title")], lens.width)
    if not paragraphs:
        return Page(title, [*heading, Row(), *flowing([Span(_nothing(item), "absent")], lens.width)])
    texts = lens.originals.found
    with_text = any(cite.source in texts and cite.paragraph in texts[cite.source].passages for cite in cited)
    ours = (
        "Statements are our paraphrase, beside the text" if with_text else "All of it is our paraphrase, not the text"
    )
    what = Span(f"what it rests on; the rest is context. {ours}", "dim")
    legend = hanging((Span(CITED, "date"),), [what], lens.width, len(CITED))
    return Page(title, _paragraphs(dossier, paragraphs, cited, lens, [*heading, *legend]))


def _paragraphs(
    dossier: Dossier, paragraphs: Sequence[str], cited: tuple[Citation, ...], lens: Lens, head: Sequence[Row]
) -> Sequence[Row]:
    """The paragraphs below a head, and where their originals are."""

    def make(address: str) -> list[Row]:
        return [Row(), *passage_block(dossier, address, lens, cited)]

    named = dict.fromkeys(Citation(address).source for address in paragraphs)
    sources = [name for name in named if name in dossier.relations.outlines]
    blocks = [Block("", partial(make, address), counts=False, others=(address,)) for address in paragraphs]
    end = (line for source in sources for line in original_rows(dossier, source, lens))
    return GrowingRows([*head, *blocks, Row(), *end])


def _nothing(item: object) -> str:
    """Why there is no paragraph: that is an answer too."""
    if isinstance(item, Gap):
        return "The sources do not answer this, and nothing in them comes near it."
    if isinstance(item, Code):
        return "□ curator: a word of the dossier's own vocabulary; no source is behind it."
    return "□ curator: entered by the curator; no statement is cited for it."
