"""What refers to something refers to something that is there; what is there is referred to."""

from collections.abc import Iterator

from caucasus_tui.dossier.loading.rules.scope import Breach, Scope
from caucasus_tui.dossier.model.frame_words import FrameWord
from caucasus_tui.dossier.model.links import NOT_STATED, Citation, Ref
from caucasus_tui.dossier.model.records import Dispute, Later, LedgerRow, Question
from caucasus_tui.dossier.model.walks import citations as citations_of
from caucasus_tui.dossier.problems import did_you_mean, short
from caucasus_tui.dossier.text.placeholders import PLACEHOLDERS


def citations(scope: Scope) -> Iterator[Breach]:
    """Every citation leads to a statement, and to the original of it rather than a repeat."""
    for item in scope.items:
        for cite in item.citations:
            statement = scope.statements.get(cite)
            if statement and statement.duplicate_of:
                message = f"{cite} only repeats another statement; cite {cite.source}:{statement.duplicate_of}"
                yield Breach(item.ref, message, cite)
            elif not statement and not scope.unread.may_hold(f"statement:{cite}"):
                yield Breach(item.ref, _unknown(scope, cite), cite)


def _unknown(scope: Scope, cite: Citation) -> str:
    sources = [source.id for source in scope.dossier.sources]
    if cite.source not in sources:
        near = did_you_mean(cite.source, sources) or f"; add seeds/{cite.source}.yaml, or cite one that is there"
        return f"there is no source {cite.source!r} in seeds/{near}"
    near = _near(scope, cite.source, cite.statement)
    return f"there is no statement {str(cite)!r}{near or f'; add it to seeds/{cite.source}.yaml, or cite another'}"


def _near(scope: Scope, source: str, statement: str) -> str:
    """What may have been meant by the id of a statement: one of its paragraph, where that has any."""
    ids = [cite.partition(":")[2] for cite in scope.statements if cite.startswith(f"{source}:")]
    beside = [known for known in ids if known.rpartition(".")[0] == statement.rpartition(".")[0]]
    return did_you_mean(statement, beside or ids)


def links(scope: Scope) -> Iterator[Breach]:
    """Every link leads to a record of its kind."""
    kinds = {ref.partition(":")[0] for ref in scope.refs}
    for item in scope.items:
        # By ref, not by text: the links of an actor and a place of the same name are equal as texts.
        for ref, link in {link.ref: link for link in item.links}.items():
            if link == NOT_STATED or ref in scope.refs or scope.unread.may_hold(ref):
                continue
            kind, _, name = ref.partition(":")
            ids = [known.partition(":")[2] for known in scope.refs if known.startswith(f"{kind}:")]
            near = (
                did_you_mean(name, sorted(ids)) or f"; add one with this id to the {kind}s, or name one that is there"
            )
            message = f"there is no {kind} {name!r}{near}"
            if isinstance(link, Ref) and kind not in kinds:
                message = f"no record is of the kind {kind!r}{did_you_mean(kind, sorted(kinds))}"
            yield Breach(item.ref, message, link)


def repeats(scope: Scope) -> Iterator[Breach]:
    """A repeat names the statement it repeats, in its own source, and that one is no repeat."""
    for cite, statement in scope.statements.items():
        if not (other := statement.duplicate_of):
            continue
        source = cite.partition(":")[0]
        original = scope.statements.get(f"{source}:{other}")
        if original is None and not scope.unread.may_hold(f"statement:{source}:{other}"):
            message = f"there is no statement {other!r} in this source{_near(scope, source, other)}"
            yield Breach(f"statement:{cite}", message, other)
        elif original and original.duplicate_of:
            yield Breach(f"statement:{cite}", f"{other!r} is a repeat itself; name the statement it repeats", other)


def coverage(scope: Scope) -> Iterator[Breach]:
    """Every statement is used, or says why not: what a source says does not get lost on the way to the screen."""
    users: dict[str, str] = {}
    seed = {source.id for source in scope.dossier.sources if source.layer == "seed"}
    for item in scope.items:
        if not isinstance(item.thing, Question):  # it shows statements, and rests on none
            later = isinstance(item.thing, Later | LedgerRow)
            for used in citations_of(item.thing.sides) if isinstance(item.thing, Dispute) else item.citations:
                # What came later does not make the text look better supported.
                if not (later and used.source in seed):
                    users.setdefault(used, item.ref)
    for cite, statement in scope.statements.items():
        if statement.unused and cite in users:
            message = f"{statement.id} is marked as unused, but {users[cite]} cites it; take out 'unused'"
            yield Breach(f"statement:{cite}", message, statement.unused)
        elif not (statement.unused or statement.duplicate_of or cite in users or scope.unread.may_cite(cite)):
            if statement.text in PLACEHOLDERS:  # it is to be written first
                continue
            message = f"no record uses {statement.id}; cite it, or say why not in 'unused'"
            yield Breach(f"statement:{cite}", message)


def frame_words(scope: Scope) -> Iterator[Breach]:
    """A lane, a form of source, a state of a route is one of those that there are; a slip of the pen is none."""
    for item in scope.items:
        for word in (part for part in item.texts if isinstance(part, FrameWord)):
            key = word.added_by
            known = (*getattr(scope.dossier.about, key), *word.known)
            if word not in known:
                hint = did_you_mean(word, known) or f"; there are {', '.join(known)}."
                hint += " Or" if hint.endswith("?") else " Else"
                message = f"{short(word)} is no word of {key}{hint} add it to {key} in data/dossier.yaml"
                yield Breach(item.ref, message, word)
