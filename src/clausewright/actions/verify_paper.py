"""Says who signed a paper, and whether it was changed since."""

from datetime import datetime
from pathlib import Path

from clausewright.actions.identity import own_certificate
from clausewright.problem import Problem
from clausewright.signing.verdict import Verification
from clausewright.signing.verify import LARGEST_PDF, verify
from clausewright.workspace.location import Location
from clausewright.workspace.reader import read_input


def verify_paper(path: Path, location: Location, now: datetime) -> Verification:
    """Verifies a PDF against the user's own key. Raises Problem for a file that can't be read, or is none."""
    content = read_input(path, LARGEST_PDF)
    if b"%PDF-" not in content[:1024]:
        raise Problem(f"{path.name} is not a PDF.", "Choose the PDF file that came back.")
    own = own_certificate(location.data)
    pins = frozenset({own.fingerprint}) if own else frozenset()
    return verify(content, own=pins, known=frozenset(), now=now)
