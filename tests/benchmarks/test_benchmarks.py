"""The benchmarks run: once, on little, without a look at the clock."""

from pathlib import Path

import pytest

from clausewright.documents.tree import plain
from tests.benchmarks import ours
from tests.benchmarks.compare import Result, compare
from tests.benchmarks.peers import AIMS, Peer, peers, told


def is_measured(result: Result) -> None:
    assert result.ours > 0
    assert result.reference > 0
    assert result.name in result.row


def test_rules_and_signing_are_measured() -> None:
    results = [*ours.rules(1), *ours.signing(1)]
    assert [result.name for result in results] == [
        "all rules over `website`",
        "all rules over `difficult-client`",
        "sign P-256",
        "sign RSA-3072",
    ]
    for result in results:
        is_measured(result)


def test_a_contract_has_about_the_pages_that_are_asked_for() -> None:
    from clausewright.pdf.layout import lay_out

    assert 8 <= lay_out(ours.of_pages(10)).pages <= 13


def test_both_run_in_turn() -> None:
    order: list[str] = []
    compare("x", lambda: order.append("a"), lambda: order.append("b"), 2, None, "")
    assert order == ["a", "b", "a", "b", "a", "b"]


def test_the_peers_get_all_of_our_words() -> None:
    document = ours.website()
    words = str(told(document))
    for block in ours.website().blocks[:3]:
        if hasattr(block, "heading") and not isinstance(block.heading, str):
            assert plain(block.heading) in words
    assert "12,400.00" in words
    assert len(told(document)) > 100


def test_a_peer_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tests.benchmarks.peers.PYTHON", tmp_path / "none")
    found = list(peers(ours.website(), 8, 1, tmp_path))
    assert not any(isinstance(peer, Peer) for peer in found)
    assert [str(line).split(":")[0] for line in found] == list(AIMS)
