"""A file of numbers is read alike by every program, and no cell of it is a formula."""

from __future__ import annotations

import csv
import io

import pytest

from learnconnect_app.domain.spreadsheets import Cell, csv_text


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n=1"])
def test_text_that_would_be_computed_is_shown(text: str) -> None:
    assert read(csv_text([[text]])) == [[f"'{text}"]]


@pytest.mark.parametrize(
    ("value", "written"),
    [(1, "1"), (-3, "-3"), (0.5, "0.5"), (2.0, "2"), (100.0, "100"), (1234.5678, "1234.5678")],
)
def test_numbers_have_a_point_and_no_grouping(value: Cell, written: str) -> None:
    assert read(csv_text([[value]])) == [[written]]


def test_what_is_not_known_is_empty_and_commas_are_quoted() -> None:
    rows: list[list[Cell]] = [["a, b", None, 'say "x"'], ["Işık", 1, 2.5]]
    assert read(csv_text(rows)) == [["a, b", "", 'say "x"'], ["Işık", "1", "2.5"]]


def test_turkish_letters_survive_a_spreadsheet() -> None:
    assert csv_text([["ş"]]).encode().startswith(b"\xef\xbb\xbf")
