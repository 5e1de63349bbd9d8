"""Records Desk: the records-request desk of a US school front office."""

__version__ = "0.1.0"
