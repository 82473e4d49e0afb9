"""The words of the trade: data files, one a kind, with the loader and the matcher that finds them in folded text."""
