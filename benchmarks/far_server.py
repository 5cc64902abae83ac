"""`idr-archive` inside another network namespace, as the same process.

far_server.py NAMESPACE_PATH ADDRESS serve …
"""

from __future__ import annotations

import os
import sys

if __name__ == "__main__":
    namespace, address, *command = sys.argv[1:]
    os.execvp("nsenter", ["nsenter", namespace, sys.executable, "-m", "archive", *command, "--host", address])
