"""Messages to statements: the only room that speaks spaCy."""
