"""Tests of the room wording."""
