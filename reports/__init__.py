"""Versions to words and pictures: records in, documents out."""
