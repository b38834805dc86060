"""What is written down when something unexpected happens: where in the program, and nothing of the user's."""

import platform
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from clausewright import __version__


def report_of(error: BaseException, now: datetime) -> str:
    """Places in the code and the error's kind. Its message is left out: libraries quote the text that
    they fail on, which may be a client's name or a price."""
    lines = [f"Clausewright {__version__}, {now.isoformat(timespec='seconds')}"]
    lines += [f"Python {platform.python_version()}, {platform.system()} {platform.release()}"]
    each: BaseException | None = error
    while each is not None:
        lines.append(f"{type(each).__module__}.{type(each).__qualname__}")
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(each.__traceback__)
        ]
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    return "\n".join(lines) + "\n"


def write_report(error: BaseException, now: datetime) -> str:
    """Puts the report into the system's folder for temporary files and returns its path; where even
    that can't be written, the report itself."""
    report = report_of(error, now)
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="clausewright-report-", suffix=".txt", delete=False
        ) as file:
            file.write(report)
        return file.name
    except OSError:
        return "\n" + report
