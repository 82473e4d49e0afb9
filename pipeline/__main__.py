"""`python -m pipeline` is `reqdrift`."""

import sys

from pipeline.cli import main

sys.exit(main())
