"""What to write instead of a date that has not the form of one."""

import re

_ALLOWED = (
    "write YYYY, YYYY-MM, YYYY-MM-DD, YYYY-21 to YYYY-24 (season), [a..b] or a/b; X for a digit that is not known, "
    "?, ~ or % for what is uncertain, about, or both; 0000 is 1 BCE, -0001 is 2 BCE, Y17000 has a Y"
)


def remedy(text: str) -> str:
    """What is wrong with a text that has not the form of a date, and what would be right."""
    if text.startswith(("../", "[..", "/")):
        return "has no beginning; write the date it ended with, and leave the rest to as_stated"
    if text.endswith(("/..", "/", "..]")):
        return "has an open end; write the date it begins with, and ongoing: true"
    if re.search(r"\d[T ]\d\d:", text):
        return "has a time of day; write the day, and leave the time to as_stated"
    if re.search(r"(?:^|[\[/.])-?\d{5,}", text):
        return "has a year of more than four digits; put a Y before it, as in Y17000 or Y-17000"
    if re.search(r"(?:^|[\[/.])-\d{1,3}(?!\d)", text):
        return "has a year of fewer than four digits; write -0043 for 44 BCE, as 0000 is 1 BCE"
    if given := re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", text):
        first, second = int(given[1]), int(given[2])
        either = {f"{given[3]}-{month:02}-{day:02}": None for month, day in ((second, first), (first, second))
                  if 1 <= month <= 12}  # fmt: skip
        return f"has its year last; write {' or '.join(either) or 'YYYY-MM-DD'}{', as is meant' * (len(either) > 1)}"
    if given := re.fullmatch(r"(\d{4})[./](\d{1,2})[./](\d{1,2})", text):
        return f"has no hyphens; write {given[1]}-{int(given[2]):02}-{int(given[3]):02}"
    if "," in text or text.startswith("{"):
        return "names several dates; write the first and the last, [a..b] where one of them is meant, a/b where all are"
    if re.search(r"\d(?:S|E\d)", text):
        return "says a year by its digits; write the first and the last year that it may be, as in [1900..1999]"
    return f"is not a date this program reads; {_ALLOWED}"
