"""One file a command. Modules here import click alone at their top: `reqdrift --help` reads them all."""
