"""How fast the program is, as ratios to the least that Textual and Python themselves take. `make bench` prints them."""
