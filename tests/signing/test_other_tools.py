"""Signatures as other programs see them. Where one of these programs is missing, the tests fail."""

import subprocess
from pathlib import Path

import pytest

from clausewright.signing.byte_range import marked_ranges, signature_in
from clausewright.signing.certificate import to_pem
from clausewright.signing.identity import Identity
from tests.signing.papers import SIGNED_AT


def output_of(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


@pytest.fixture
def file(tmp_path: Path, countersigned: bytes) -> Path:
    path = tmp_path / "contract.pdf"
    path.write_bytes(countersigned)
    return path


def test_pdfsig_accepts_both_signatures(file: Path) -> None:
    told = output_of("pdfsig", "-nocert", file)
    assert told.count("Signature is Valid.") == 2
    assert "Signature Field Name: Provider" in told
    assert "Signature Field Name: Client" in told
    assert told.count("Signature Type: ETSI.CAdES.detached") == 2
    assert told.count("Signing Hash Algorithm: SHA-256") == 2
    assert "Total document signed" in told
    assert "Common Name: Anna Bērziņa" in told


def test_pdfsig_accepts_the_certification_alone(tmp_path: Path, certified: bytes) -> None:
    path = tmp_path / "sent.pdf"
    path.write_bytes(certified)
    told = output_of("pdfsig", "-nocert", path)
    assert told.count("Signature is Valid.") == 1
    assert "Total document signed" in told


def test_qpdf_finds_nothing_wrong(file: Path) -> None:
    assert "No syntax or stream encoding errors found" in output_of("qpdf", "--check", file)


@pytest.mark.parametrize(("which", "side"), [(0, "freelancer"), (1, "client")])
def test_openssl_verifies_the_signature_over_the_bytes(
    tmp_path: Path, countersigned: bytes, which: int, side: str, request: pytest.FixtureRequest
) -> None:
    identity: Identity = request.getfixturevalue(side)
    covers = marked_ranges(countersigned)[which]
    (tmp_path / "signature.der").write_bytes(signature_in(covers.gap(countersigned)) or b"")
    (tmp_path / "covered").write_bytes(covers.covered(countersigned))
    (tmp_path / "certificate.pem").write_bytes(to_pem(identity.certificate))
    told = output_of(
        *("openssl", "cms", "-verify", "-binary", "-inform", "DER"),
        *("-in", tmp_path / "signature.der", "-content", tmp_path / "covered"),
        *("-CAfile", tmp_path / "certificate.pem", "-attime", str(int(SIGNED_AT.timestamp()))),
        *("-out", tmp_path / "out"),
    )
    assert "CMS Verification successful" in told
    (tmp_path / "covered").write_bytes(covers.covered(countersigned)[:-1])
    told = output_of(
        *("openssl", "cms", "-verify", "-binary", "-inform", "DER"),
        *("-in", tmp_path / "signature.der", "-content", tmp_path / "covered"),
        *("-CAfile", tmp_path / "certificate.pem", "-attime", str(int(SIGNED_AT.timestamp()))),
        *("-out", tmp_path / "out"),
    )
    assert "CMS Verification failure" in told
