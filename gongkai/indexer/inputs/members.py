"""What is a member of an archive, how much of it is read, and what is said of one that cannot be?"""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.errors import ParseError

__all__ = ["Limits", "Member", "too_large", "why"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of an archive is read. Sizes in bytes."""

    member: int = 64 << 20
    members: int = 1_000_000
    depth: int = 3
    ratio: int = 200


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive; `reason` says why there is no content."""

    name: str
    content: bytes = b""
    reason: str | None = None
    url: str | None = None
    media_type: str | None = None


def too_large(limits: Limits) -> str:
    """Return what is said of a file that is larger than they allow."""
    return f"it is larger than {limits.member >> 20} MB; --max-size raises the limit"


def why(error: Exception) -> str:
    """Return what is said of an input that could not be read for this error."""
    if isinstance(error, ParseError):
        return str(error)
    if isinstance(error, PermissionError):
        return "it may not be read; give yourself the right to (chmod u+r, and u+x for the folders above it)"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, EOFError):
        return "it is cut off"
    if isinstance(error, AttributeError | TypeError | LookupError):  # a library met what it did not expect, and tells of itself
        return "it is damaged"
    told = "".join(char if char.isprintable() else " " for char in str(error))  # some libraries show what they met
    return f"it is damaged: {' '.join(told.split())[:120] or type(error).__name__}"
