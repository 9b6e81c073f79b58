"""A line that claims: the statements it rests on, with type, hedge and citation. Decided here alone."""

from caucasus_tui.page.claim.basis import Basis, basis_of, claims_of, dating, lead_of, naming
from caucasus_tui.page.claim.basis_spans import (
    OURS,
    cited_end,
    drawn_on,
    hedge_span,
    our_reading,
    said_by,
    said_by_none,
    stated_spans,
    tension_marks,
    type_glyphs,
    type_words,
)
from caucasus_tui.page.claim.cells import Cell, dated, is_ours, signatures, states, term_status, window
from caucasus_tui.page.claim.citations import (
    cite_label,
    cite_spans,
    is_curated,
    said_words,
    source_name,
    stated_by,
    stated_claims,
    stated_words,
    superseded_by,
    whole_cite,
)
from caucasus_tui.page.claim.closing import cell_spans, closed, closing
