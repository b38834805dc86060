"""Opens a deal with the images that lie beside it."""

from dataclasses import dataclass
from pathlib import Path

from clausewright.actions.read_deal import read_deal
from clausewright.deal.agreement import Deal
from clausewright.pdf.image import check_image
from clausewright.workspace.reader import read_beside

LARGEST_IMAGE = 8_000_000


@dataclass(frozen=True, slots=True)
class OpenDeal:
    """A deal and the file it came from. ``logo`` and ``signature`` are clean image bytes."""

    path: Path
    deal: Deal
    logo: bytes | None = None
    signature: bytes | None = None


def open_deal(path: Path) -> OpenDeal:
    """Reads a deal and the images that it names. Raises Problem."""
    deal = read_deal(path)
    provider = deal.provider
    return OpenDeal(path, deal, _image(path, provider.logo), _image(path, provider.signature))


def _image(path: Path, name: str) -> bytes | None:
    return check_image(read_beside(path, name, LARGEST_IMAGE)) if name else None
