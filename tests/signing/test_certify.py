import logging
from datetime import timedelta
from io import BytesIO
from time import process_time

import pikepdf
import pytest

from clausewright.problem import Problem
from clausewright.signing.certify import certify
from clausewright.signing.identity import Identity, create_identity, from_p12, to_p12
from clausewright.signing.verify import verify
from tests.signing.papers import NOW, SIGNED_AT, countersign, paper, sign_by_other_program, stamp


def certified_by(
    identity: Identity,
    pdf: bytes | None = None,
    field: str = "Provider",
    days: float = 0,
    drawn: bytes | None = None,
) -> bytes:
    return certify(
        paper() if pdf is None else pdf,
        identity,
        field=field,
        stamp=stamp() if drawn is None else drawn,
        reason="Contract",
        location="Rīga",
        when=SIGNED_AT + timedelta(days=days),
    )


def test_the_paper_is_the_beginning_of_the_signed_file(certified: bytes) -> None:
    assert certified.startswith(paper())


def test_it_is_a_certification_that_allows_filling_in_alone(certified: bytes) -> None:
    with pikepdf.open(BytesIO(certified)) as pdf:
        signature = pdf.Root.Perms.DocMDP
        assert signature.SubFilter == "/ETSI.CAdES.detached"
        assert signature.Reference[0].TransformParams.P == 2
        assert str(signature.M) == "D:20261124095900Z"
        assert str(signature.Location) == "Rīga"
        assert str(signature.Reason) == "Contract 2026-001"
        assert str(signature.Name) == "Anna Bērziņa"


def test_the_stamp_is_shown_in_the_field_at_full_strength(certified: bytes) -> None:
    with pikepdf.open(BytesIO(certified)) as pdf:
        provider, client = pdf.Root.AcroForm.Fields
        looks = provider.AP.N
        (drawn,) = looks.Resources.XObject.values()
        assert b"Signed by Anna" in drawn.read_bytes()
        assert sorted(float(edge) for edge in looks.BBox) == [0, 0, 60, 200]
        assert "/ExtGState" not in looks.Resources or all(
            float(state.get("/CA", 1)) == 1 for state in looks.Resources.ExtGState.values()
        )
        assert "/V" not in client


def test_a_key_of_each_kind_signs(freelancer: Identity, client: Identity) -> None:
    for identity in (freelancer, client):
        assert verify(certified_by(identity), now=NOW).is_fine


def test_a_key_from_a_p12_signs_like_the_one_that_was_made(freelancer: Identity) -> None:
    (signer,) = verify(certified_by(from_p12(to_p12(freelancer, "pw"), "pw")), now=NOW).signers
    assert signer.fingerprint == freelancer.fingerprint


def test_the_issuers_of_a_bought_key_go_into_the_signature(freelancer: Identity, client: Identity) -> None:
    bought = Identity(freelancer.key, freelancer.certificate, (client.certificate,))
    signed = certified_by(bought)
    assert len(signed) > len(certified_by(freelancer)) + 1000
    (signer,) = verify(signed, now=NOW).signers
    assert signer.fingerprint == freelancer.fingerprint


def test_a_field_that_is_not_there_is_a_problem(freelancer: Identity) -> None:
    for pdf in (paper(), paper(fields={})):
        with pytest.raises(Problem, match="no field for a signature named 'Freelancer'"):
            certified_by(freelancer, pdf, "Freelancer")


def test_a_field_that_is_signed_is_a_problem(certified: bytes, freelancer: Identity) -> None:
    with pytest.raises(Problem, match="already signed"):
        certified_by(freelancer, certified)


def test_a_paper_that_was_signed_by_the_client_first_can_not_be_certified(
    freelancer: Identity, client: Identity
) -> None:
    with pytest.raises(Problem, match="could not be signed"):
        certified_by(freelancer, countersign(paper(), client))


def test_what_is_not_a_pdf_is_a_problem(freelancer: Identity, certified: bytes) -> None:
    for junk in (b"", b"junk", b"%PDF-1.7\n", certified[:-300]):
        with pytest.raises(Problem, match="not a PDF that can be signed"):
            certified_by(freelancer, junk)


def test_a_stamp_that_is_not_a_pdf_is_a_problem(freelancer: Identity) -> None:
    with pytest.raises(Problem, match="could not be signed"):
        certified_by(freelancer, drawn=b"junk")


@pytest.mark.parametrize("days", [-1, 6 * 365])
def test_an_expired_certificate_does_not_sign(freelancer: Identity, days: int) -> None:
    with pytest.raises(Problem, match="valid from 2026-11-24 to 2031-11-24"):
        certified_by(freelancer, days=days)


def test_an_rsa_key_is_not_checked_again_at_each_signature() -> None:
    """pyHanko's own signer loads and so checks it: an order of magnitude more than a signature."""
    identity = create_identity("Kim", now=NOW, key="RSA-3072")

    def cost(sign: object) -> float:
        assert callable(sign)
        start = process_time()
        sign()
        return process_time() - start

    own = min(cost(lambda: certified_by(identity)) for _ in range(3))
    others = min(cost(lambda: sign_by_other_program(paper(), identity, "Client")) for _ in range(2))
    assert own < others / 2


def test_the_library_is_silent(certified: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    kept, root.handlers = root.handlers, []
    try:
        verify(certified + b"\n1 0 obj\n(Anna)\nendobj\n", now=NOW)
        verify(certified.replace(b"/ETSI.CAdES.detached", b"/ETSI.CAdES.detachet"), now=NOW)
    finally:
        root.handlers = kept
    assert capfd.readouterr() == ("", "")
