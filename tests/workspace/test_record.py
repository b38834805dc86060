from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.problem import Problem
from clausewright.workspace.record import Entry, Record, add_to_record, read_record

SIGNED = Entry(
    datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=2))),
    "signed",
    file="contract.pdf",
    sha256="ab" * 32,
    fingerprint="cd" * 32,
)
EXPORTED = Entry(datetime(2026, 2, 1, tzinfo=UTC), "exported", file="Bērziņš.pdf", more={"pages": 3})


def test_entries_come_back_in_the_order_in_which_they_were_added(tmp_path: Path) -> None:
    for entry in (SIGNED, EXPORTED, SIGNED):
        add_to_record(tmp_path / "record.jsonl", entry)
    assert read_record(tmp_path / "record.jsonl") == Record((SIGNED, EXPORTED, SIGNED))


def test_an_entry_is_one_readable_line(tmp_path: Path) -> None:
    add_to_record(tmp_path / "record.jsonl", EXPORTED)
    assert (tmp_path / "record.jsonl").read_text() == (
        '{"at": "2026-02-01T00:00:00+00:00", "what": "exported", "file": "Bērziņš.pdf", "pages": 3}\n'
    )


json_values = st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text())
entries = st.builds(
    Entry,
    st.datetimes(timezones=st.just(UTC)),
    st.text(min_size=1),
    st.text(st.characters()),
    st.text(),
    st.text(),
    st.dictionaries(st.text(), json_values).map(
        lambda more: {
            k: v for k, v in more.items() if k not in ("at", "what", "file", "sha256", "fingerprint")
        }
    ),
)


@given(st.lists(entries, max_size=4))
def test_any_entry_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, added: list[Entry]) -> None:
    path = tmp_path_factory.mktemp("deal") / "record.jsonl"
    for entry in added:
        add_to_record(path, entry)
    assert read_record(path) == Record(tuple(added))


def test_a_file_name_that_is_not_unicode_comes_back(tmp_path: Path) -> None:
    odd = Entry(EXPORTED.at, "exported", file=b"caf\xe9.pdf".decode(errors="surrogateescape"))
    add_to_record(tmp_path / "record.jsonl", odd)
    assert read_record(tmp_path / "record.jsonl").entries == (odd,)


def test_a_record_that_does_not_exist_yet_is_empty(tmp_path: Path) -> None:
    assert read_record(tmp_path / "record.jsonl") == Record()


def test_a_last_line_cut_off_by_a_crash_is_reported_and_the_rest_read(tmp_path: Path) -> None:
    path = tmp_path / "record.jsonl"
    add_to_record(path, SIGNED)
    with path.open("ab") as file:
        file.write(b'{"at": "2026-03-0')
    assert read_record(path) == Record((SIGNED,), unreadable=(2,))
    add_to_record(path, EXPORTED)
    assert read_record(path) == Record((SIGNED, EXPORTED), unreadable=(2,))


def test_a_line_cut_off_at_any_byte_costs_no_other_entry(tmp_path: Path) -> None:
    add_to_record(tmp_path / "whole", EXPORTED)
    line = (tmp_path / "whole").read_bytes()
    for end in range(len(line) + 1):
        path = tmp_path / f"cut at {end}"
        add_to_record(path, SIGNED)
        with path.open("ab") as file:
            file.write(line[:end])
        add_to_record(path, SIGNED)
        found = read_record(path)
        is_whole = end >= len(line) - 1
        assert found.entries == ((SIGNED, EXPORTED, SIGNED) if is_whole else (SIGNED, SIGNED))
        assert found.unreadable == (() if is_whole or end == 0 else (2,))


@pytest.mark.parametrize(
    "line",
    [
        b"[]",
        b"{}",
        b'{"at": "yesterday", "what": "sent"}',
        b'{"at": "2026-03-01T09:30:00", "what": "sent"}',
        b'{"at": 1, "what": "sent"}',
        b'{"at": "2026-03-01T09:30:00Z", "what": ["sent"]}',
        b'{"at": "2026-03-01T09:30:00Z", "what": ""}',
        b"\xff\xfe",
        b"\x00\x00\x00",
        b"[" * 100_000,
        b'{"n": ' + b"9" * 10_000 + b"}",
    ],
)
def test_a_damaged_line_is_reported_by_its_number(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "record.jsonl"
    add_to_record(path, SIGNED)
    with path.open("ab") as file:
        file.write(line + b"\n")
    add_to_record(path, SIGNED)
    assert read_record(path) == Record((SIGNED, SIGNED), unreadable=(2,))


def test_lines_ended_in_the_manner_of_windows_are_read(tmp_path: Path) -> None:
    add_to_record(tmp_path / "record.jsonl", SIGNED)
    path = tmp_path / "record.jsonl"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n")
    assert read_record(path) == Record((SIGNED,))


def test_a_folder_in_the_place_of_the_record_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="is a folder"):
        read_record(tmp_path)


def test_a_time_without_its_zone_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Entry(EXPORTED.at.replace(tzinfo=None), "sent")
