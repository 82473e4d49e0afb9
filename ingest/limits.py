"""Every cap on what comes from outside (DECISIONS.md D17): mail is hostile, servers and disks are slow."""

# A mail
MAIL_BYTES = 40 * 1024 * 1024
"""A longer mail is stored as its headers only, and flagged."""
HEADER_BYTES = 64 * 1024
"""Of a header block; what lies behind is not read."""
PART_DEPTH = 50
"""How deep parts, and mails inside mails, may nest."""
PART_COUNT = 500
"""Parts of one mail."""
TEXT_CHARACTERS = 1_000_000
"""Decoded body text of one mail."""
HTML_CHARACTERS = 5_000_000
HTML_TAGS = 100_000
"""Of one HTML body: the tree of a bigger one would fill the memory of its worker."""
LINE_CHARACTERS = 1_000
"""Patterns look at this much of a line."""
SEAT_COUNT = 200
"""Seats, and so statements, of one mail."""

# A batch: what is held in memory at once
BATCH_MAILS = 200
BATCH_BYTES = 16 * 1024 * 1024
"""A batch is handed over before it grows past this; one bigger mail is a batch of its own."""

# An IMAP server
FETCH_UIDS = 200
"""UIDs named in one FETCH: servers refuse long command lines."""
SEARCH_UIDS = 50_000
"""UIDs that one SEARCH may answer with: imaplib gives up on lines of a million bytes."""
SKIPPED_UIDS = 100
"""Mails of a folder that could not be fetched and are asked for again each time."""
ATTEMPTS = 4
"""How often one question is asked while the line keeps breaking."""
WAIT_SECONDS = 20.0
"""The longest pause between two of them."""
FOLDER_RESTARTS = 3
"""How often a folder is begun anew in one pull because its UIDVALIDITY changed under our hands."""
REPLY_CHARACTERS = 200
"""Of a server's own words in our sentences."""
FOLDERS_NAMED = 20
"""Folders listed in the sentence about one that is missing."""

# A secret
SECRET_BYTES = 16 * 1024
COMMAND_SECONDS = 30.0

# A folder on disk
FOLDER_DEPTH = 32
FILE_COUNT = 1_000_000
"""Files looked at in one folder."""
FINGERPRINT_BYTES = 64 * 1024
"""Of an mbox, from its beginning and before the cursor: enough to see that it was rewritten."""
