"""Sources to messages: the only room that speaks IMAP, MIME and HTML."""
