"""What staff do: one function each; decide, then write the change and its event together."""
