"""The names of themes, for whoever shows none: to ask Textual for them takes longer than to print most places."""

KNOWN = (
    *("caucasus-dark", "caucasus-light", "textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha"),
    *("dracula", "tokyo-night", "monokai", "flexoki", "catppuccin-latte", "catppuccin-frappe", "catppuccin-macchiato"),
    *("solarized-light", "solarized-dark", "rose-pine", "rose-pine-moon", "rose-pine-dawn", "atom-one-dark"),
    *("atom-one-light", "ansi-dark", "ansi-light"),
)
