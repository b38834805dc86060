"""What is said about a PDF that came back: whether it is unchanged, and who signed it with which key."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

State = Literal["unchanged", "changed", "damaged", "unsigned", "could-not-check"]
Integrity = Literal["intact", "broken", "could-not-check"]
Key = Literal["own", "known", "new", "other", "same-as-another"]
"""``own`` and ``known`` are pinned fingerprints; ``other`` is a key that is not pinned where one is;
``same-as-another`` signed an earlier field already."""
Covers = Literal["whole file", "earlier revision", "unclear"]


@dataclass(frozen=True)
class Signer:
    field: str
    name: str
    """As the certificate says it, and nobody checked it: the fingerprint is what counts. May be empty."""
    fingerprint: str
    key: Key
    integrity: Integrity
    covers: Covers
    time: datetime | None
    """By the signer's own clock."""
    faults: tuple[str, ...] = ()
    """Sentences on why the signature should not be relied on though its bytes may be intact."""

    def as_json(self) -> dict[str, str | None]:
        return {
            "field": self.field,
            "name": self.name,
            "fingerprint": self.fingerprint,
            "key": self.key,
            "integrity": self.integrity,
            "covers": self.covers,
            "time": self.time.isoformat(timespec="seconds") if self.time else None,
        }


@dataclass(frozen=True)
class Verification:
    document: State
    signers: tuple[Signer, ...]
    """In the order in which they signed."""
    sentences: tuple[str, ...]

    @property
    def is_fine(self) -> bool:
        """Signed, unchanged, and nothing to be said against any of the signatures."""
        return self.document == "unchanged" and not any(signer.faults for signer in self.signers)

    def as_json(self) -> dict[str, object]:
        """The shape of ``verify --json``."""
        return {
            "document": self.document,
            "signers": [signer.as_json() for signer in self.signers],
            "sentences": list(self.sentences),
        }
