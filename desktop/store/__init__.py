"""The encrypted records file: the only room that writes or reads SQL."""
