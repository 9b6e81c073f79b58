"""Standard questions: selectors over the dossier, and the answers that they find. Pure."""
