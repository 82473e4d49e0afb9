"""`python -m bench.mailgen`."""

import sys

from bench.mailgen.command import main

sys.exit(main())
