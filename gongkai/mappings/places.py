"""What do codes of places say by themselves? Which begin those of the municipalities."""

from __future__ import annotations

__all__ = ["MUNICIPALITIES"]

MUNICIPALITIES = ("11", "12", "31", "50")
"""北京, 天津, 上海, 重庆, by the beginning of their codes."""
