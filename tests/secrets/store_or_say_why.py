"""Run inside a session without a usable Secret Service: prints the Problem that storing ends in."""

from clausewright.problem import Problem
from clausewright.secrets import store_passphrase

try:
    store_passphrase("ab" * 32, "a passphrase")
except Problem as problem:
    print(problem.cause.name, problem)
