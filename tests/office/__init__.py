"""Tests of the room office."""
