"""Parametric items of the topic `st-regression`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.st_writing import asked, en, tr
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "st-regression"


@template("st-regression-residual", topic=TOPIC, difficulty=2, seconds=50)
def residual(rng: Random) -> Question:
    start, slope = rng.randrange(10, 50, 5), rng.choice([2, 3, 4, 5, 6])
    x = rng.randint(3, 9)
    right = rng.choice([-7, -5, -4, -3, 3, 4, 5, 7])
    predicted = start + slope * x
    y = predicted + right
    side_en, side_tr = ("above", "üstündedir") if right > 0 else ("below", "altındadır")
    return asked(
        stem_en=f"A regression line is ŷ = {start} + {slope}x. A data point is ({x}, {y}). What is its residual?",
        stem_tr=f"Bir regresyon doğrusu ŷ = {start} + {slope}x. Bir veri noktası ({x}, {y}). Bu noktanın artığı kaçtır?",
        right=right,
        wrong=[
            (-right, "Subtracts the observed value from the predicted one.", "Tahmin edilenden gözleneni çıkarır."),
            (predicted, "Gives the predicted value.", "Tahmin edilen değeri verir."),
            (y - slope * x, "Leaves out the intercept.", "Sabiti unutur."),
            (y - start, "Subtracts only the intercept.", "Yalnızca sabiti çıkarır."),
        ],
        because_en=f"The line predicts {start} + {slope} · {x} = {predicted}. Observed minus predicted: {y} − {predicted} = {en(right)}; the point lies {side_en} the line.",
        because_tr=f"Doğrunun tahmini {start} + {slope} · {x} = {predicted}. Gözlenen eksi tahmin edilen: {y} − {predicted} = {tr(right)}; nokta doğrunun {side_tr}.",
        computed=f"solve({start} + {slope}*{x} + n - {y}, n)[0]",
    )  # fmt: skip


@template("st-regression-slope-from-r", topic=TOPIC, difficulty=3, seconds=55)
def slope_from_r(rng: Random) -> Question:
    r = rng.choice([-0.8, -0.6, -0.5, -0.4, 0.4, 0.5, 0.6, 0.8])
    sx = rng.choice([2, 4, 5])
    sy = rng.choice([6, 8, 10, 12, 20])
    right = round(r * sy / sx, 6)
    return asked(
        stem_en=f"For two quantities, $s_x$ = {sx}, $s_y$ = {sy} and r = {en(r)}. What is the slope of the regression line of y on x?",
        stem_tr=f"İki nicelik için $s_x$ = {sx}, $s_y$ = {sy} ve r = {tr(r)}. y'nin x'e göre regresyon doğrusunun eğimi kaçtır?",
        right=right,
        wrong=[
            (round(r * sx / sy, 4), "Has the two standard deviations the wrong way round.", "İki standart sapmayı birbirinin yerine koyar."),
            (r, "Takes the correlation for the slope.", "Korelasyonu eğim sanır."),
            (round(sy / sx, 4), "Leaves out the correlation.", "Korelasyonu unutur."),
            (round(r * sx * sy, 4), "Gives the covariance.", "Kovaryansı verir."),
        ],
        because_en=f"$b = r \\cdot s_y / s_x$: {en(r)} · {sy} / {sx} = {en(right)}.",
        because_tr=f"$b = r \\cdot s_y / s_x$: {tr(r)} · {sy} / {sx} = {tr(right)}.",
        computed=f"solve(Rational('{r}') - x*{sx}/Rational({sy}), x)[0]",
    )  # fmt: skip


@template("st-regression-least-squares", topic=TOPIC, difficulty=4, seconds=110)
def least_squares(rng: Random) -> Question:
    while True:
        first = rng.randint(0, 3)
        xs = [first, first + 1, first + 2, first + 3, first + 4]
        ys = [rng.randint(1, 12) for _ in xs]
        middle = first + 2
        top = sum((x - middle) * y for x, y in zip(xs, ys, strict=True))
        right = top / 10
        ends = (ys[4] - ys[0]) / 4
        if top and len({right, ends, -right, round(top / 50, 3)}) == 4 and sum(ys) % 5 == 0:
            break
    mean = sum(ys) // 5
    points = ", ".join(f"({x}, {y})" for x, y in zip(xs, ys, strict=True))
    return asked(
        stem_en=f"What is the slope of the regression line through the points {points}? (The means are $\\bar{{x}} = {middle}$ and $\\bar{{y}} = {mean}$.)",
        stem_tr=f"{points} noktaları için regresyon doğrusunun eğimi kaçtır? (Ortalamalar: $\\bar{{x}} = {middle}$, $\\bar{{y}} = {mean}$.)",
        right=right,
        wrong=[
            (ends, "Draws the line through the first and the last point.", "Doğruyu ilk ve son noktadan geçirir."),
            (round(top / 50, 3), "Divides once more by the number of points.", "Bir kez daha nokta sayısına böler."),
            (-right, "Gets the sign of the products wrong.", "Çarpımların işaretini ters alır."),
            (round(mean / middle, 3), "Divides the means.", "Ortalamaları böler."),
        ],
        because_en=f"$b = \\frac{{\\sum (x - \\bar{{x}})(y - \\bar{{y}})}}{{\\sum (x - \\bar{{x}})^2}}$. The distances of x from its mean are −2, −1, 0, 1, 2; the sum above is {en(top)}, the one below 10, so the slope is {en(right)}.",
        because_tr=f"$b = \\frac{{\\sum (x - \\bar{{x}})(y - \\bar{{y}})}}{{\\sum (x - \\bar{{x}})^2}}$. x'lerin ortalamaya uzaklıkları −2, −1, 0, 1, 2; pay {tr(top)}, payda 10 olduğundan eğim {tr(right)} bulunur.",
        computed=f"solve([diff(sum((v - a - b*u)**2 for u, v in zip({xs}, {ys})), w) for w in (a, b)], [a, b])[b]",
    )  # fmt: skip
