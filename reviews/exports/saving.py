"""Writes exports into files."""

import os
import tempfile
from pathlib import Path

from reviews.exports import Format, Selection


def save(kind: Format, selection: Selection, folder: Path) -> Path:
    """Write the file whole or not at all; whoever reads it meanwhile reads the earlier one."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / kind.file_name
    handle, unfinished = tempfile.mkstemp(dir=folder, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in kind.write(selection):
                file.write(piece)
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    return path
