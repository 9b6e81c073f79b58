"""Rows of marked text, and moving through them: widths, wrapping, cutting, a cursor. Knows nothing of dossiers."""

from caucasus_tui.page.rows.row import Page, Row, Span, cells_of, parted
from caucasus_tui.page.rows.widths import cell_width, cut, fit, pad
from caucasus_tui.page.rows.wrapping import NBSP, beside, fitted, flowing, flush, glued, hanging, spread, wrap, wrapped
