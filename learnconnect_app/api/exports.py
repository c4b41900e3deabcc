"""Everything that is a learner's, as one file to take along."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast
from uuid import UUID

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from learnconnect_app import wiring
from learnconnect_app.api.callers import Learner
from learnconnect_app.api.problems import PROBLEMS
from learnconnect_app.services import exports

router = APIRouter(prefix="/api/v1", tags=["account"])

IN_MEMORY = 1024 * 1024
"""What is larger waits on the disk, in a file without a name."""
CHUNK = 64 * 1024
ZIP: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A ZIP: `docs/export.md` says what is in it.",
        "content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}},
    }
}


@router.get("/export", response_class=StreamingResponse, responses=PROBLEMS | ZIP)
async def export(who: Learner) -> StreamingResponse:
    """All there is of the learner, in one ZIP; five times an hour at most.

    It is written before it is sent, so that a slow line holds up no one's database.
    """
    await run_in_threadpool(wiring.perform, exports.count_export, user_id=who.user_id)
    file = await run_in_threadpool(_written, who.user_id)
    name = f"learnconnect-{wiring.now():%Y-%m-%d}.zip"
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "content-length": str(file.seek(0, 2)),
    }
    return StreamingResponse(_chunks(file), media_type="application/zip", headers=headers)


def _written(user_id: UUID) -> IO[bytes]:
    file = cast(IO[bytes], SpooledTemporaryFile(max_size=IN_MEMORY))  # noqa: SIM115 - it is sent later
    try:
        wiring.read(exports.write_export, user_id=user_id, target=file)
    except BaseException:
        file.close()
        raise
    return file


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while chunk := file.read(CHUNK):
            yield chunk
