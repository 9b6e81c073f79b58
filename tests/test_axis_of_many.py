"""How wide columns are is told of thousands of events by some of them."""

import pytest

from caucasus_tui.panes.axis import MEASURED, some_of


@pytest.mark.parametrize("many", [0, 1, MEASURED, MEASURED + 1, 2 * MEASURED - 1, 20_000])
def test_of_few_all_are_looked_at_and_of_many_some_with_the_first_and_the_last(many: int) -> None:
    found = some_of(range(many))
    assert [*found] == sorted(found) and len(set(found)) == len(found) <= 3 * MEASURED
    assert [*found[:1], *found[-2:]] == [*range(many)[:1], *range(many)[-2:]]
    assert many >= 2 * MEASURED or len(found) == many
