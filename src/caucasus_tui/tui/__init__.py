"""The Textual program. The only package that may import Textual or Rich."""
