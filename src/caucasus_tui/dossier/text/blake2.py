"""BLAKE2b, as the standard library's `random` takes its hash: `hashlib` brings OpenSSL, which takes longer to load than
a digest to make, and a megabyte of memory."""

try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b"]
