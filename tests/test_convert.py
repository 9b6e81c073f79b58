"""Plain values become records; what does not fit is named completely, and a bad record leaves the others alone."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caucasus_tui.dossier.loading.convert import convert
from caucasus_tui.dossier.loading.reader import Path, Value
from caucasus_tui.dossier.model.records import Actor, Agreement, Code, Event, Gap, Place, Step
from caucasus_tui.dossier.model.sources import Source

_CODE: dict[str, Value] = {"id": "fact", "title": "fact", "vocabulary": "type", "meaning": "Stated flatly."}
_STEP: dict[str, Value] = {"id": "s", "title": "t", "order": "1", "form": "answer", "by": "a"}
_PLACE: dict[str, Value] = {"id": "p", "title": "t", "form": "city", "precision": "point"}


def _faults(value: Value, form: type) -> list[tuple[Path, str]]:
    return [(fault.path, fault.message) for fault in convert(value, form).faults]


def test_good_values_convert_without_a_walk() -> None:
    converted = convert(_STEP, Step)
    assert converted.value == Step(id="s", title="t", order=1, form="answer", by="a")  # type: ignore[arg-type]
    assert not converted.faults


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        ({"order": "one"}, ("order",), "'order' takes a whole number, not 'one'; write up to 18 digits, such as 1500"),
        ({"order": "1.5"}, ("order",), "'order' takes a whole number, not '1.5'; write up to 18 digits, such as 1500"),
        ({"order": None}, ("order",), "'order' is empty; write a text, or leave it out"),
        ({"form": "anser"}, ("form",), "'anser' does not fit 'form'; did you mean 'answer'?"),
        ({"to": "A B"}, ("to", 0), "'A B' is not an id; ids are lower-case words joined by hyphens"),
        ({"to": None}, ("to",), "'to' is empty; write a list, or leave the key out"),
        ({"to": ["a", "B"]}, ("to", 1), "'B' is not an id; ids are lower-case words joined by hyphens"),
        ({"to": [["a"]]}, ("to", 0), "an entry of 'to' takes one text, not a list; take out the '- ' or the brackets"),
        ({"id": {}}, ("id",), "'id' takes one text, not keys; if the text has a colon in it, put it in quotes"),
        ({"cites": ["p1"]}, ("cites", 0), "'p1' is not a citation; write source:statement, such as valley-letter:p8.2"),
        ({"titel": "t"}, ("titel",), "unknown key 'titel'; there is 'title' already, so take it out"),
        ({"too": []}, ("too",), "unknown key 'too'; did you mean 'to'?"),
    ],
)  # fmt: skip
def test_faults_of_a_step(change: dict[str, Value], path: Path, message: str) -> None:
    assert _faults(_STEP | change, Step) == [(path, message)]


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        ({"names": [{"name": "N"}]}, ("names", 0), "missing key 'used_by'"),
        (
            {"names": ["N"]},
            ("names", 0),
            "an entry of 'names' is not one text; it takes keys of its own: name, used_by; it may have note",
        ),
        (
            {"joins": "a to b"},
            ("joins",),
            "'joins' is not one text; it takes keys of its own: start, end; it may have through",
        ),
        (
            {"schematic": {"lat": "x", "lon": "1", "origin": "o"}},
            ("schematic", "lat"),
            "'lat' takes a number, not 'x'; write up to 18 digits, such as 1500",
        ),
    ],
)
def test_faults_inside_a_place(change: dict[str, Value], path: Path, message: str) -> None:
    assert _faults(_PLACE | change, Place) == [(path, message)]


def test_a_misspelt_key_is_one_fault_not_two() -> None:
    value = {key: text for key, text in _CODE.items() if key != "meaning"} | {"meening": "Stated flatly."}
    assert _faults(value, Code) == [(("meening",), "unknown key 'meening'; did you mean 'meaning'?")]


def test_every_fault_of_every_record_is_found_and_the_good_ones_are_kept() -> None:
    bad: dict[str, Value] = {"id": "bad", "form": "gift", "by": "A B"}
    converted = convert([_STEP, bad, "text", _STEP | {"id": "last"}], tuple[Step, ...])
    assert converted.value is not None
    assert [step.id for step in converted.value] == ["s", "last"]
    assert [fault.path for fault in converted.faults] == [(1,), (1, "form"), (1, "by"), (2,)]
    assert converted.left_out == {(1,), (2,)}


def test_the_smallest_record_is_left_out() -> None:
    term: dict[str, Value] = {"id": "good", "title": "t", "order": "1", "depth": "mention", "status": "agreed"}
    agreement: dict[str, Value] = {
        "id": "a",
        "title": "t",
        "when": {"role": "point", "as_stated": "not stated"},
        "parties": [],
        "parties_basis": "stated",
        "status": "offered",
        "terms": [term, term | {"id": "bad", "depth": "deep"}],
    }
    converted = convert([agreement], tuple[Agreement, ...])
    assert converted.value is not None
    assert [part.id for part in converted.value[0].terms] == ["good"]
    assert converted.left_out == {(0, "terms", 1)}


def test_a_part_without_an_address_takes_its_record_with_it() -> None:
    converted = convert([_PLACE | {"names": [{}]}, _PLACE | {"id": "q"}], tuple[Place, ...])
    assert converted.value is not None
    assert [place.id for place in converted.value] == ["q"]


def test_a_source_without_a_title_cannot_be_read() -> None:
    converted = convert({"id": "x"}, Source)
    assert converted.value is None
    assert converted.left_out == {()}


def test_where_the_walk_knows_less_msgspec_has_the_word() -> None:
    class Small(msgspec.Struct):
        pair: tuple[str, str]

    (fault,) = convert({"pair": ["one"]}, Small).faults
    assert fault == ((), "Expected `array` of length 2, got 1 - at `$.pair`", False)


def test_long_texts_are_shortened_in_messages() -> None:
    long = "X" * 20_000
    changes: list[dict[str, Value]] = [{"by": long}, {"form": long}, {long: "x"}, {"cites": [long]}]
    for change in changes:
        ((_, message),) = _faults(_STEP | change, Step)
        assert len(message) < 250


_VALUES: st.SearchStrategy[Value] = st.recursive(
    st.none() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "title", "when", "x"]), inner, max_size=4)
    ),
    max_leaves=10,
)


@settings(deadline=None)
@given(_VALUES, st.sampled_from([Actor, Agreement, Gap, Source, tuple[Step, ...]]))
def test_a_value_converts_or_has_faults(value: Value, form: type[object]) -> None:
    converted = convert(value, form)
    assert converted.value is not None or converted.faults


def test_an_id_alone_where_more_may_be_said_is_shown_how_to_be_written() -> None:
    event: dict[str, Value] = {"id": "e", "title": "t", "lane": "legal", "cites": ["a:p1.1"], "actors": ["sarn"]}
    event["when"] = {"role": "point", "as_stated": "not stated"}
    assert [message.partition("; it may")[0] for _, message in _faults(event, Event)] == [
        "an entry of 'actors' is not one text; write {actor: sarn}"
    ]
