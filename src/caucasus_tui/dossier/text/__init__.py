"""Text as such: cleaned when it comes in, folded to be found."""
