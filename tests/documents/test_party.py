import pytest

from clausewright.documents.party import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ieva Kalniņa", "IK"),
        ("Ozola", "O"),
        ("Anna Marija van den Berg", "AB"),
        ("김민준", "김"),
        ("łukasz śliwa", "ŁŚ"),
        ("Nord & Co", "NC"),
        ("— ?", ""),
        ("", ""),
    ],
)
def test_initials_stand_in_for_a_logo(name: str, letters: str) -> None:
    assert initials(name) == letters
