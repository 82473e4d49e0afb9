"""The conductor: configuration, the run, the command line. The only room that knows the others."""
