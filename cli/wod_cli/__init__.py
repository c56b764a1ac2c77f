"""The `wod` command for people, and the embedded cloud in which the chain runs on one machine."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
"""Where the template, the tools and the samples are."""
