import pytest

from clausewright.signing.certify import certify
from clausewright.signing.identity import Identity, create_identity
from tests.signing.papers import NOW, SIGNED_AT, countersign, paper, stamp


@pytest.fixture(scope="session")
def freelancer() -> Identity:
    return create_identity("Anna Bērziņa", "anna@example.com", now=NOW)


@pytest.fixture(scope="session")
def client() -> Identity:
    return create_identity("Kim & Sons OÜ 김민준", now=NOW, key="RSA-3072")


@pytest.fixture(scope="session")
def certified(freelancer: Identity) -> bytes:
    return certify(
        paper(),
        freelancer,
        field="Provider",
        stamp=stamp(),
        reason="Contract 2026-001",
        location="Rīga",
        when=SIGNED_AT,
    )


@pytest.fixture(scope="session")
def countersigned(certified: bytes, client: Identity) -> bytes:
    return countersign(certified, client)
