"""What we talk about: frozen records and pure rules that every room shares. Standard library only."""
