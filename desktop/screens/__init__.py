"""The windows. Each screen reads a form, calls an action and shows the result."""
