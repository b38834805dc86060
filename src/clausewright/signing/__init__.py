"""Identities, PAdES signatures, and the verification of what comes back: bytes in, bytes out.

pyHanko takes half a second to load. The modules that need it at their top (`pades`, `inspection`) are
imported inside the functions of the others, so that nothing pays for it before it signs or verifies.
"""

import logging

# pyHanko logs what it finds odd in a file, quoting it. What matters is told to the user in our words.
for _library in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_library).addHandler(logging.NullHandler())
    logging.getLogger(_library).propagate = False
