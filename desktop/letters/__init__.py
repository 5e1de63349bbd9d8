"""Letters: text with declared fields in, tagged PDF out. The only room that knows reportlab."""
