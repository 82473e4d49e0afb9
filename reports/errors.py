"""What can be wrong with the setting up of a report."""


class ReportError(Exception):
    """A report can't be written as asked; the sentence names the thing, the place and the remedy."""
