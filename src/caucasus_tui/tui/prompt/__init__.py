"""The line that is typed into: what opens it, what it answers, where `enter` leads from it."""
