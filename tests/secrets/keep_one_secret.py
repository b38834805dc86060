"""Run inside a session with a Secret Service: stores, reads and forgets by our own functions."""

import keyring

from clausewright.secrets import forget_passphrase, new_passphrase, read_passphrase, store_passphrase

FINGERPRINT = "ab" * 32

made = new_passphrase()
assert read_passphrase(FINGERPRINT) is None
store_passphrase(FINGERPRINT, made)
assert read_passphrase(FINGERPRINT) == made
assert keyring.get_password(f"clausewright-{FINGERPRINT}", "signing key") == made
store_passphrase(FINGERPRINT, made[::-1])
assert read_passphrase(FINGERPRINT) == made[::-1]
forget_passphrase(FINGERPRINT)
assert read_passphrase(FINGERPRINT) is None
print("kept and forgotten by", type(keyring.get_keyring()).__module__)
