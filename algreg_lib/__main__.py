"""The same as the command algreg, for where scripts are not on the path: `python -m algreg_lib`."""

from algreg_lib.cli import main

main()
