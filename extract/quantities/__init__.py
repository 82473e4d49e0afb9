"""Values in folded mail text: money, hours, dates, years, counts, ages, each with the span it was read from."""
