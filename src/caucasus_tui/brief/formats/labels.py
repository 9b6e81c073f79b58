"""What formats with type faces share: which spans are labels, and the glyph that stands with each."""

from caucasus_tui.brief.wording import GAP
from caucasus_tui.page.marks import CURATOR, READER, TYPE_MARKS

LABELS: dict[str, str] = {found.role: found.glyph for found in (*TYPE_MARKS.values(), CURATOR, READER, GAP)}
"""From the role of a label to its glyph, which is an ornament: the word says it all."""
