"""Forward one step, back one step."""

from caucasus_tui.session.history import History, Visit


def test_back_returns_through_every_step_with_the_cursor_where_it_was() -> None:
    history = History(Visit("pane:timeline"))
    history.remember("event:a")
    history.go(Visit("event:a"))
    history.remember("actor:b")
    history.go(Visit("actor:b"))
    assert history.back() and history.current == Visit("event:a", "actor:b")
    assert history.back() and history.current == Visit("pane:timeline", "event:a")
    assert not history.back()


def test_going_where_one_is_already_is_no_step() -> None:
    history = History(Visit("pane:timeline", "event:a"))
    assert not history.go(Visit("pane:timeline"))
    assert history.go(Visit("pane:timeline", "event:b"))
    assert history.go(Visit("pane:timeline", zoomed=True))


def test_only_so_many_steps_lead_back_and_they_are_the_last() -> None:
    history = History(Visit("pane:timeline"))
    last = 3 * History.LONGEST
    for number in range(1, last + 1):
        history.go(Visit(f"event:{number}"))
    seen = []
    while history.back():
        seen.append(history.current.address)
    assert seen == [f"event:{number}" for number in range(last - 1, last - 1 - History.LONGEST, -1)]


def test_what_was_left_by_going_back_is_newer_until_a_step_leads_elsewhere() -> None:
    history = History(Visit("pane:timeline"))
    history.go(Visit("event:a"))
    history.remember("actor:b")
    history.go(Visit("actor:b"))
    assert not history.forward()
    assert history.back() and history.back()
    assert history.forward() and history.current == Visit("event:a", "actor:b")
    assert history.forward() and history.current == Visit("actor:b") and not history.forward()
    history.back()
    history.go(Visit("event:c"))
    assert not history.forward()


def test_every_place_is_listed_once_as_it_was_left_the_last_first() -> None:
    history = History(Visit("pane:timeline"))
    history.go(Visit("event:a"))
    history.remember("actor:b")
    history.go(Visit("pane:timeline", zoomed=True))
    history.back()
    history.go(Visit("actor:b"))
    assert [visit.address for visit in history.places] == ["actor:b", "event:a", "pane:timeline"]
    assert list(history.places)[1] == Visit("event:a", "actor:b")
    assert list(history.places)[2].zoomed
    for number in range(3 * History.LONGEST):
        history.go(Visit(f"event:{number}"))
    assert len(list(history.places)) == History.LONGEST
