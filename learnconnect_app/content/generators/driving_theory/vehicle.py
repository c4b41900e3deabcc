"""Parametric items of the course `drive-vehicle`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Mistake, Number, Proof, Question
from learnconnect_app.content.templates import template


@template("drive-vehicle-engine-strokes", topic="drive-vehicle-engine", difficulty=4, seconds=70)
def power_strokes(rng: Random) -> Question:
    speed = rng.choice([1200, 1600, 1800, 2000, 2400, 3000, 3600])
    cylinders = rng.choice([1, 3, 4])
    right = speed // 2 * cylinders
    one = cylinders == 1
    engine_en = "one cylinder" if one else f"all {cylinders} cylinders together"
    engine_tr = "bir silindirinde" if one else f"{cylinders} silindirinde toplam"
    return question(
        en=f"The crankshaft of a four-stroke engine turns {speed} times a minute. How many power strokes do {engine_en} make in a minute?".replace("do one", "does one"),
        tr=f"Krank mili dakikada {speed} devir yapan dört zamanlı bir motorun {engine_tr} bir dakikada kaç iş (ateşleme) zamanı gerçekleşir?",
        right=right,
        wrong=[
            (speed * cylinders, "Counts a power stroke in every turn.", "Her devirde bir iş zamanı sayar."),
            (2 * speed * cylinders, "Counts every second stroke as a power stroke and four strokes a turn.", "Her devirde dört zaman olduğunu ve ikisinin iş yaptığını sanır."),
            (speed // 4 * cylinders, "Thinks that four strokes take four turns.", "Dört zamanın dört devir sürdüğünü sanır."),
        ],
        because_en=f"Four strokes take two turns of the crankshaft, so each cylinder has ${speed} \\div 2 = {speed // 2}$ power strokes a minute"
        + ("." if one else f", and the engine ${speed // 2} \\times {cylinders} = {right}$."),
        because_tr=f"Dört zaman, krank milinin iki devrinde tamamlanır: Her silindirde dakikada ${speed} \\div 2 = {speed // 2}$ iş zamanı olur"
        + ("." if one else f"; motorda ${speed // 2} \\times {cylinders} = {right}$ eder."),
        proof=Proof(run="compute", expression=f"Rational({speed} * 360, 720) * {cylinders}"),
    )  # fmt: skip


@template("drive-vehicle-brakes-tread", topic="drive-vehicle-brakes", difficulty=4, seconds=80)
def tread_wear(rng: Random) -> Question:
    tenths, wear = rng.choice([(80, 16), (80, 8), (64, 8), (64, 12), (56, 8), (56, 10), (48, 8), (72, 8), (72, 14), (66, 10), (76, 10), (76, 12), (64, 16), (48, 16)])  # fmt: skip
    left = tenths - 16
    right = left * 10000 // wear
    tread_en, wear_en = f"{tenths / 10:.1f}", f"{wear / 10:.1f}"
    tread_tr, wear_tr = tread_en.replace(".", ","), wear_en.replace(".", ",")
    return question(
        en=f"The tread of a tyre is {tread_en} mm deep and loses {wear_en} mm every 10 000 km. After how many km does it reach the legal minimum of 1.6 mm?",
        tr=f"Bir lastiğin diş derinliği {tread_tr} mm'dir ve her 10 000 km'de {wear_tr} mm azalmaktadır. Kaç km sonra yasal sınır olan 1,6 mm'ye iner?",
        right=_km(right),
        wrong=[
            (_km(tenths * 10000 // wear), "Wears the tyre down to nothing instead of to the limit.", "Lastiği sınıra kadar değil, sıfıra kadar aşındırır."),
            (_km(right // 10), "Slips by one digit.", "Bir basamak kaydırır."),
            (_km(left * 1000), "Takes the wear for 1 mm every 10 000 km.", "Aşınmayı her 10 000 km'de 1 mm sanır."),
        ],
        spare=[(_km(right + 20000), "Miscounts the steps of 10 000 km.", "10 000 km'lik adımları yanlış sayar.")],
        because_en=f"It may lose ${tread_en} - 1.6 = {left / 10:.1f}$ mm: $\\frac{{{left / 10:.1f}}}{{{wear_en}}} \\times 10\\,000 = {right}$ km.",
        because_tr=f"En çok ${_comma(tenths)} - 1{{,}}6 = {_comma(left)}$ mm azalabilir: $\\frac{{{_comma(left)}}}{{{_comma(wear)}}} \\times 10\\,000 = {right}$ km.",
        proof=Proof(run="compute", expression=f"solve(Rational({tenths}, 10) - x * Rational({wear}, 10) / 10000 - Rational(16, 10), x)[0]"),
    )  # fmt: skip


def _km(value: int) -> str:
    return f"{value:,} km".replace(",", " ")


def _comma(tenths: int) -> str:
    return f"{tenths / 10:.1f}".replace(".", "{,}")


@template("drive-vehicle-panel-fuel", topic="drive-vehicle-panel", difficulty=2, seconds=45)
def fuel_of_a_trip(rng: Random) -> Question:
    litres = rng.choice([4, 5, 6, 7, 8])
    distance = rng.choice([150, 200, 250, 300, 350, 400, 450])
    if litres * distance % 100:
        distance += 50
    right = litres * distance // 100
    return question(
        en=f"A car uses {litres} L of fuel per 100 km. How much does it use on a trip of {distance} km?",
        tr=f"100 km'de {litres} L yakıt tüketen bir otomobil {distance} km'lik yolda kaç litre yakıt tüketir?",
        right=f"{right} L",
        wrong=[
            (f"{distance // litres} L", "Divides the distance by the consumption.", "Yolu tüketime böler."),
            (f"{right * 10} L", "Slips by one digit.", "Bir basamak kaydırır."),
            (f"{right + litres} L", "Counts 100 km too many.", "100 km fazla sayar."),
        ],
        spare=[(f"{right - 2} L", "Rounds down too far.", "Fazla aşağı yuvarlar.")],
        because_en=f"$\\frac{{{distance}}}{{100}} \\times {litres} = {right}$ L.",
        because_tr=f"$\\frac{{{distance}}}{{100}} \\times {litres} = {right}$ L.",
        proof=Proof(run="compute", expression=f"solve(x / {distance} - Rational({litres}, 100), x)[0]"),
    )  # fmt: skip


@template("drive-vehicle-panel-average", topic="drive-vehicle-panel", difficulty=3, seconds=55)
def average_consumption(rng: Random) -> Question:
    distance = rng.choice([400, 600, 800])
    tenths = rng.choice([45, 50, 55, 60, 65, 70])
    litres = tenths * distance // 1000
    average = tenths / 10
    wrong = [
        (f"{distance / litres:.4g}", "Divides the kilometres by the litres.", "Kilometreyi litreye böler."),
        (f"{litres / 100:g}", "Leaves out the distance.", "Yolu hesaba katmaz."),
    ]  # fmt: skip
    return Question(
        kind="number",
        stem={
            "en": f"A car with a full tank is driven {distance} km; {litres} L fill it up again. What is its average consumption in L per 100 km?",
            "tr": f"Deposu dolu bir otomobil {distance} km yol gidiyor; depo {litres} L ile yeniden doluyor. Ortalama yakıt tüketimi 100 km'de kaç litredir?",
        },
        number=Number(value=average, tolerance=0.01, unit="L/100 km"),
        mistakes=tuple(
            Mistake(answer=answer, misconception={"en": english, "tr": turkish})
            for answer, english, turkish in wrong
        ),
        explanation={
            "en": f"${litres} \\div {distance} \\times 100 = {average:g}$ L per 100 km.",
            "tr": f"${litres} \\div {distance} \\times 100 = {_comma(tenths)}$ L/100 km.",
        },
        proof=Proof(run="compute", expression=f"Rational({litres} * 100, {distance})"),
    )
