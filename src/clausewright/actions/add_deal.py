"""Keeps a deal in the workspace."""

import uuid
from datetime import date
from pathlib import Path

from clausewright.actions.open_deal import LARGEST_IMAGE
from clausewright.deal.agreement import Deal
from clausewright.deal.file import dumps
from clausewright.workspace.filing import create_deal_folder, save_deal
from clausewright.workspace.layout import Workspace
from clausewright.workspace.reader import read_beside
from clausewright.workspace.writer import write_safely


def add_deal(deal: Deal, beside: Path, workspace: Workspace, today: date) -> Path:
    """Gives the deal the year's next number and a folder, and takes the images along that lie
    ``beside`` it. Returns the path of the deal's file. Raises Problem."""
    images = {
        name: read_beside(beside / "deal", name, LARGEST_IMAGE)
        for name in (deal.provider.logo, deal.provider.signature)
        if name
    }
    workspace.clean()
    folder = create_deal_folder(workspace, today.year, deal.title)
    for name, content in images.items():
        write_safely(folder.path / name, content)
    numbered = {"number": f"{folder.year}-{folder.number:03}", "id": uuid.uuid4().hex}
    save_deal(folder, dumps(deal.model_copy(update=numbered)))
    return folder.deal
