"""How the command line ends when something goes wrong: a sentence, and an exit code.

0 fine; 1 a blocking finding, or a signature that is missing or not valid; 2 input that can't be used or
checked; 3 the environment (disk, keyring); 70 a fault of ours, with a report; 130 stopped by the user.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import NoReturn

import click

from clausewright.problem import Cause, Problem

STOPPED, UNEXPECTED = 130, 70


@contextmanager
def told() -> Iterator[None]:
    """Turns whatever is raised inside into a sentence and an exit code; a traceback is never shown."""
    try:
        yield
        # What is still in the buffer may find the disk full only now.
        sys.stdout.flush()
    except Problem as problem:
        _fail(str(problem), problem.cause.value)
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(Cause.INPUT.value)
    except (click.Abort, KeyboardInterrupt):
        _fail("Stopped.", STOPPED)
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        _discard_output()
    except OSError as error:
        if error.filename is not None:
            _unexpected(error)
        _discard_output()
        _fail(f"The output could not be written: {error.strerror}.", Cause.ENVIRONMENT.value)
    except Exception as error:
        _unexpected(error)


def _discard_output() -> None:
    """Python flushes once more at exit, and would complain again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(sentence: str, code: int) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(code)


def _unexpected(error: BaseException) -> NoReturn:
    from clausewright.report import write_report

    report = write_report(error, datetime.now(UTC))
    _fail(
        "Something unexpected went wrong in Clausewright; your files were left as they are. "
        f"A report without your data is in {report}.",
        UNEXPECTED,
    )
