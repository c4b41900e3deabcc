"""The pictures of `/progress` as files, for the caller alone."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from fastapi.concurrency import run_in_threadpool

from learnconnect_app import wiring
from learnconnect_app.api.callers import Learner
from learnconnect_app.api.problems import PROBLEMS
from learnconnect_app.domain.progress_spans import Range
from learnconnect_app.domain.progress_views import FIGURES
from learnconnect_app.services.progress_files import figure_file

CSV = "text/csv; charset=utf-8"
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/csv": {"schema": {"type": "string"}}}},
    **{status: PROBLEMS[status] for status in (401, 404, 422)},
}
Name = Annotated[str, Path(pattern=f"^({'|'.join(FIGURES)})$")]

router = APIRouter(prefix="/api/v1/progress", tags=["progress"])


@router.get("/{figure}.csv", response_class=Response, responses=ANSWERS)
async def download(
    figure: Name, who: Learner, range_: Annotated[Range, Query(alias="range")] = Range.QUARTER
) -> Response:
    """The numbers of a picture: points in numbers, ISO dates, one row a label."""
    text = await run_in_threadpool(
        wiring.read, figure_file, user_id=who.user_id, figure=figure, range_=range_.value
    )
    disposition = f'attachment; filename="learnconnect-{figure}.csv"'
    return Response(text, media_type=CSV, headers={"content-disposition": disposition})
