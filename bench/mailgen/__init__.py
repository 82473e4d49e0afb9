"""A seeded generator of requisition mails whose truth is known by construction (README.md)."""
