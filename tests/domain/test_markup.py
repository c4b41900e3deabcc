"""Markdown of content as safe HTML, with mathematics and pictures."""

from __future__ import annotations

from learnconnect_app.domain.formulas import math_html
from learnconnect_app.domain.markup import (
    block_html,
    figure_html,
    inline_html,
    plain_text,
)


def test_html_in_content_is_shown_and_not_obeyed() -> None:
    for render in (inline_html, block_html):
        assert "<script" not in render("a <script>alert(1)</script> **b**")
        assert "&lt;script" in render("a <script>alert(1)</script>")


def test_a_formula_becomes_mathml() -> None:
    html = inline_html(r"Half is $\frac{1}{2}$ here")
    assert "<mfrac>" in html
    assert html.startswith("Half is <math")


def test_a_formula_of_its_own_is_set_as_a_block() -> None:
    assert 'display="block"' in block_html("So:\n\n$$x^2$$")


def test_dollars_in_code_and_prices_are_no_formulas() -> None:
    assert "<math" not in inline_html("`${name}` and `$x$`")
    assert "<math" not in inline_html("It costs 5$ and then 6$ more")


def test_a_decimal_comma_stays_within_its_number() -> None:
    assert "<mn>2,5</mn>" in math_html("2{,}5 x")
    assert "<mn>2.5</mn>" in math_html("2.5")


def test_a_formula_that_cannot_be_read_is_shown_as_it_is_written() -> None:
    assert math_html(r"\nonsense{<b>}") == r"<code>\nonsense{&lt;b&gt;}</code>"


def test_a_formula_cannot_carry_html() -> None:
    assert "<script" not in math_html(r"\text{<script>alert(1)</script>}")
    assert "<img" not in math_html("x <img src=y>")


def test_a_picture_is_an_image_with_its_text() -> None:
    html = figure_html('<svg viewBox="0 0 1 1"></svg>', 'A "square"')
    assert '<svg role="img" aria-label="A &quot;square&quot;" viewBox' in html


def test_words_alone_for_places_without_html() -> None:
    assert plain_text("**bold** and `code` $x$") == "bold and code x"


def test_a_sign_is_set_close_to_its_number_and_a_minus_between_two_is_not() -> None:
    for latex in ("-3", "x = -3", "(-3, -2)", "2 \\cdot (-3)", "x^{-2}", "\\frac{-1}{2}"):
        assert 'form="prefix"' in math_html(latex), latex
    for latex in ("a-b", "(a)-b", "2-1", "\\infty - 1"):
        assert 'form="prefix"' not in math_html(latex), latex


def test_bars_and_infinity_have_no_gaps_around_them() -> None:
    assert math_html("|AB| = 16").count('lspace="0"') == 2
    assert 'lspace="0"' in math_html("(1, \\infty)")


def test_degrees_and_limits_are_set_as_on_paper() -> None:
    assert "°" in math_html(r"60^\circ")
    assert "munder" in math_html(r"\lim_{x \to 3} x")
