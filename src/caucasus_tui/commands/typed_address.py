"""What a typed address means on the command line: one place, or why there is none, on stderr."""

from collections.abc import Collection
from difflib import get_close_matches

from caucasus_tui.commands.opening import PROBLEMS, USAGE, Ended
from caucasus_tui.dossier.addresses import Address, Bare, CompareAt, parse
from caucasus_tui.dossier.addresses.typed import MOST_MEANT, meant, nearest_addresses, said_at, said_of_moved
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.streams import complain


def place_meant(dossier: Dossier, typed: str, commands: Collection[str] = ()) -> Address:
    """The one address that `typed` means. Raises Ended, with what may have been meant on stderr: status 1, or 2 where
    it might as well have been one of `commands`, and is in no form of address."""
    moved = said_of_moved(dossier, typed)
    # What is of the later layer is found whether it is on or not: its page says which.
    match meant(dossier, typed) or meant(dossier.whole, typed):
        case (address,):
            if moved:
                complain(moved)
            return address
        case ():
            pass
        case several:
            complain(moved or f"{typed} leads to {len(several)} places")
            for place in several[:MOST_MEANT]:
                complain(f"  did you mean {place}  ({said_at(dossier, place)})?")
            raise Ended(PROBLEMS)
    word, _, things = typed.partition(" ")
    if word == CompareAt.word:  # of several, the one that is not there
        typed = next((name for name in things.split() if not meant(dossier.whole, f"{word} {name}")), typed)
    complain(f"{typed!r} is neither a command nor an address" if commands else f"nothing has the address {typed!r}")
    near = [(name, "a command") for name in get_close_matches(typed[:100], commands)]
    near += nearest_addresses(dossier, typed)
    for name, title in near:
        complain(f"  did you mean {name}  ({title})?")
    if not near:
        help_too = "'caucasus-tui --help' lists the commands, " if commands else ""
        complain(f"  {help_too}'caucasus-tui list --refs' {'' if commands else 'lists '}every address")
    raise Ended(USAGE if commands and isinstance(parse(typed), Bare) else PROBLEMS)
