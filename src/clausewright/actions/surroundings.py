"""What is known beside a deal: the user's profile, and the same client's other deals."""

from pathlib import Path

from clausewright.actions.check_deal import Surroundings
from clausewright.actions.read_deal import read_deal, read_profile
from clausewright.deal.agreement import Deal
from clausewright.deal.profile import Profile
from clausewright.problem import Problem
from clausewright.workspace.layout import Workspace, deal_folder_around
from clausewright.workspace.location import Location


def surroundings_of(
    path: Path, deal: Deal, profile: Path | None, workspace: Path | None, location: Location
) -> Surroundings:
    """``workspace`` is the folder that the user named; without one it is the workspace that the deal
    stands in, else the user's own.

    Deals that can't be read are passed over: their own command says what is wrong with them.
    """
    own = deal_folder_around(path)
    root = workspace or (own.path.parent if own else location.workspace)
    known = Workspace(root)
    if profile is None and known.profile.is_file():
        profile = known.profile
    return Surroundings(read_profile(profile) if profile else Profile(), _other_deals(known, path, deal))


def _other_deals(workspace: Workspace, path: Path, deal: Deal) -> tuple[Deal, ...]:
    if not deal.client_id:
        return ()
    paths = (folder.deal for folder in workspace.shelf().deals)
    others = (_read_or_none(other) for other in paths if other.absolute() != path.absolute())
    return tuple(
        other for other in others if other and other.client_id == deal.client_id and other.id != deal.id
    )


def _read_or_none(path: Path) -> Deal | None:
    try:
        return read_deal(path)
    except Problem:
        return None
