#!/bin/sh
# Opens the window. Until there is one, and wherever there is no display, the same main job is done
# without it: on the sample deal, with a key that is thrown away, in build/demo.
set -eu

sh packaging/environment.sh run
echo "There is no window yet, so the main job is done without one."
exec .venv/bin/python -m clausewright.actions.demo build/demo
