"""The tests of Records Desk, laid out like its rooms."""
