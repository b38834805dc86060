"""The passphrase of the signing key: in the system's keyring, and what to do without one.

Nothing here is ever an argument of another program, an environment variable or a line in a log.
"""

from clausewright.secrets.core_dump import forbid_core_dumps
from clausewright.secrets.passphrase import new_passphrase, passphrase_from_file
from clausewright.secrets.system_keyring import forget_passphrase, read_passphrase, store_passphrase

__all__ = [
    "forbid_core_dumps",
    "forget_passphrase",
    "new_passphrase",
    "passphrase_from_file",
    "read_passphrase",
    "store_passphrase",
]
