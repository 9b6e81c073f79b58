"""Texts, references and tables that others wrote, read as the beginnings of sources and records. Nothing is written."""
