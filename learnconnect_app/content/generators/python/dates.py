"""Parametric items of the topic `py-dates`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-dates"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
DAYS_EN = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
DAYS_TR = ["pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"]


@template("py-dates-strftime", topic=TOPIC, difficulty=1, seconds=40)
def strftime(rng: Random) -> Question:
    year, month, day = rng.randint(2015, 2029), rng.randint(1, 9), rng.randint(10, 28)
    if month == day % 10:
        day += 1
    order, text = rng.choice(
        [
            ("%d.%m.%Y", f"{day}.0{month}.{year}"),
            ("%d/%m/%y", f"{day}/0{month}/{year % 100}"),
            ("%m-%d-%Y", f"0{month}-{day}-{year}"),
            ("%Y/%m/%d", f"{year}/0{month}/{day}"),
        ]
    )
    sign = order[2]
    numbers = {"%d": str(day), "%m": f"0{month}", "%Y": str(year), "%y": str(year % 100)}
    parts = order.split(sign)
    swapped = sign.join(numbers[{"%d": "%m", "%m": "%d"}.get(part, part)] for part in parts)
    years = sign.join(numbers[{"%Y": "%y", "%y": "%Y"}.get(part, part)] for part in parts)
    bare = sign.join(str(month) if part == "%m" else numbers[part] for part in parts)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f'from datetime import date\n\nday = date({year}, {month}, {day})\nprint(day.strftime("{order}"))',
        right=text,
        wrong=[
            (swapped, "Swaps day and month.", "Gün ile ayı yer değiştirir."),
            (
                years,
                "Confuses %Y and %y, the long and the short year.",
                "Uzun ve kısa yılı, %Y ile %y'yi karıştırır.",
            ),
            (
                bare,
                "Thinks that months come without a leading zero.",
                "Ayların başında sıfır olmadan yazıldığını sanır.",
            ),
            (
                f"{year}-0{month}-{day}",
                "Thinks that a date is always written in ISO form.",
                "Tarihin hep ISO biçiminde yazıldığını sanır.",
            ),
        ],
        because_en=f"%d is the day ({day}), %m the month (0{month}), %Y the full year, %y its last two digits.",
        because_tr=f"%d gün ({day}), %m ay (0{month}), %Y tam yıl, %y yılın son iki basamağıdır.",
        proof=Proof(run="output"),
    )


@template("py-dates-add-days", topic=TOPIC, difficulty=2, seconds=50)
def add_days(rng: Random) -> Question:
    year, month = rng.choice([2023, 2024, 2025, 2026]), rng.randint(1, 11)
    length = monthrange(year, month)[1]
    day = rng.randint(length - 6, length - 2)
    days = rng.randint(length - day + 1, length - day + 12)
    start = date(year, month, day)
    right = start + timedelta(days=days)
    return question(
        en=f"{year} is {'a' if year == 2024 else 'not a'} leap year. What does this program print?",
        tr=f"{year} artık yıl{'dır' if year == 2024 else ' değildir'}. Bu program ne yazdırır?",
        code=(
            f"from datetime import date, timedelta\n\nborrowed = date({year}, {month}, {day})\n"
            f"print(borrowed + timedelta(days={days}))"
        ),
        right=right,
        wrong=[
            (
                right - timedelta(days=1),
                "Counts the first day as day one.",
                "Başlangıç gününü de sayar.",
            ),
            (
                right + timedelta(days=1),
                "Takes the month for one day shorter than it is.",
                "Ayı olduğundan bir gün kısa sanır.",
            ),
            (
                f"{year}-{month:02d}-{day + days}",
                "Thinks that the day goes on beyond the end of the month.",
                "Günün, ay sonunu aşıp devam ettiğini sanır.",
            ),
            (
                f"{year}-{month:02d}-{right.day:02d}",
                "Forgets to go on to the next month.",
                "Sonraki aya geçmeyi unutur.",
            ),
        ],
        because_en=f"Month {month} has {length} days: {length - day} days lead to its end, {right.day} go into the next month.",
        because_tr=f"{month}. ay {length} gündür: {length - day} gün ay sonuna götürür, {right.day} gün sonraki aya kalır.",
        proof=Proof(run="output"),
    )


@template("py-dates-days-between", topic=TOPIC, difficulty=2, seconds=55)
def days_between(rng: Random) -> Question:
    year, month = 2025, rng.choice([1, 3, 4, 5, 6, 7, 8, 9, 10])
    first = date(year, month, rng.randint(10, 24))
    second = date(year, month + 1, rng.randint(3, 20))
    right = (second - first).days
    length = monthrange(year, month)[1]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"from datetime import date\n\nstart = date({year}, {first.month}, {first.day})\n"
            f"exam = date({year}, {second.month}, {second.day})\nprint((exam - start).days)"
        ),
        right=right,
        wrong=[
            (right + 1, "Counts both the first and the last day.", "Hem ilk hem son günü sayar."),
            *(
                [
                    (
                        right - 1,
                        "Takes this month, which has 31 days, for one of 30 days.",
                        "31 gün olan bu ayı 30 gün sanır.",
                    )
                ]
                if length == 31
                else []
            ),
            (-right, "Subtracts in the other direction.", "Ters yönde çıkarma yapar."),
            (
                abs(second.day - first.day),
                "Looks only at the days, not at the months.",
                "Aylara değil, yalnızca günlere bakar.",
            ),
        ],
        spare=[
            (
                right - 1,
                "Leaves out both the first and the last day.",
                "Hem ilk hem son günü dışarıda bırakır.",
            )
        ],
        because_en=f"{length - first.day} days lead to the end of the month, {second.day} more to the exam: {right}.",
        because_tr=f"Ay sonuna {length - first.day} gün, sınava da {second.day} gün daha var: {right}.",
        proof=Proof(run="output"),
    )


@template("py-dates-weekday", topic=TOPIC, difficulty=3, seconds=50)
def weekday(rng: Random) -> Question:
    monday = date(2025, rng.randint(1, 11), 1)
    monday += timedelta(days=(7 - monday.weekday()) % 7)
    ahead = rng.randint(1, 6) + 7 * rng.randint(1, 3)
    method, first = rng.choice([("weekday", 0), ("isoweekday", 1)])
    number = ahead % 7
    right = number + first
    day_en, day_tr = DAYS_EN[number], DAYS_TR[number]
    return question(
        en=f"{monday.isoformat()} was a Monday. What does this program print?",
        tr=f"{monday.isoformat()} bir pazartesiydi. Bu program ne yazdırır?",
        code=(
            "from datetime import date, timedelta\n\n"
            f"start = date({monday.year}, {monday.month}, {monday.day})\n"
            f"lesson = start + timedelta(days={ahead})\nprint(lesson.{method}())"
        ),
        right=right,
        wrong=[
            (
                number + 1 - first,
                f"Counts Monday as {1 - first} instead of {first}.",
                f"Pazartesiyi {first} yerine {1 - first} sayar.",
            ),
            (
                (number + 1) % 7 + 1,
                "Counts from Sunday as day one.",
                "Pazar gününü birinci gün sayar.",
            ),
            (day_en, "Expects the name of the day.", "Günün adını bekler."),
            (
                ahead,
                "Takes the number of days for the day of the week.",
                "Gün sayısını haftanın günü sanır.",
            ),
        ],
        spare=[
            (
                (number + 3) % 7 + first,
                "Loses count within the week.",
                "Haftanın günlerini sayarken şaşırır.",
            )
        ],
        because_en=f"{ahead} days after a Monday it is {day_en}; {method}() counts Monday as {first}, so this is {right}.",
        because_tr=f"Pazartesiden {ahead} gün sonrası {day_tr}; {method}() pazartesiyi {first} sayar, sonuç {right}.",
        proof=Proof(run="output"),
    )


@template("py-dates-strptime", topic=TOPIC, difficulty=3, seconds=55)
def strptime(rng: Random) -> Question:
    day, month = rng.sample(range(1, 13), 2)
    year = rng.randint(2020, 2029)
    hour, minute = rng.randint(13, 22), rng.choice([15, 25, 30, 40, 45])
    european = rng.random() < 0.5
    pattern = "%d/%m/%Y %H:%M" if european else "%m/%d/%Y %H:%M"
    first, second = (day, month) if european else (month, day)
    asked, right = rng.choice([("month", month), ("day", day)])
    other = day if asked == "month" else month
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "from datetime import datetime\n\n"
            f'text = "{first:02d}/{second:02d}/{year} {hour}:{minute}"\n'
            f'moment = datetime.strptime(text, "{pattern}")\n'
            f"print(moment.{asked}, moment.minute)"
        ),
        right=f"{right} {minute}",
        wrong=[
            (f"{other} {minute}", "Swaps day and month.", "Gün ile ayı yer değiştirir."),
            (
                f"{right} {month}",
                "Confuses %M, the minute, with %m, the month.",
                "%M (dakika) ile %m'yi (ay) karıştırır.",
            ),
            (
                f"{right:02d} {minute}",
                "Expects a leading zero in a number.",
                "Bir sayının başında sıfır bekler.",
            ),
            (f"{right} {hour}", "Takes the hour for the minute.", "Saati dakika sanır."),
        ],
        spare=[
            (
                f"{other} {hour}",
                "Swaps day and month and takes the hour.",
                "Gün ile ayı karıştırır, saati alır.",
            ),
            (
                f"{year} {minute}",
                f"Takes the year for the {asked}.",
                "Sorulan parça yerine yılı alır.",
            ),
        ],
        because_en=f"The pattern says which part is which: day {day}, month {month}. The attributes are plain integers.",
        because_tr=f"Hangi parçanın ne olduğunu kalıp söyler: gün {day}, ay {month}. Nitelikler düz tam sayıdır.",
        proof=Proof(run="output"),
    )


@template("py-dates-convert-time-zone", topic=TOPIC, difficulty=4, seconds=70)
def convert_time_zone(rng: Random) -> Question:
    day, hour, minute = (
        rng.randint(3, 26),
        rng.choice([1, 2, 21, 22, 23]),
        rng.choice(["00", "15", "30"]),
    )
    offset = rng.choice([3, 4, 9]) if hour > 12 else rng.choice([-5, -3, -8])
    there = (hour + offset) % 24
    new_day = day + (hour + offset) // 24
    back = (hour - offset) % 24
    back_day = day + (hour - offset) // 24
    month = rng.randint(1, 9)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "from datetime import datetime, timedelta, timezone\n\n"
            f"sent = datetime(2025, {month}, {day}, {hour}, {int(minute)}, tzinfo=timezone.utc)\n"
            f"zone = timezone(timedelta(hours={offset}))\n"
            'print(sent.astimezone(zone).strftime("%d.%m. %H:%M"))'
        ),
        right=f"{new_day:02d}.0{month}. {there:02d}:{minute}",
        wrong=[
            (
                f"{day:02d}.0{month}. {there:02d}:{minute}",
                "Forgets that the date changes at midnight.",
                "Gece yarısında tarihin değiştiğini unutur.",
            ),
            (
                f"{back_day:02d}.0{month}. {back:02d}:{minute}",
                "Applies the offset in the wrong direction.",
                "Saat farkını ters yönde uygular.",
            ),
            (
                f"{day:02d}.0{month}. {hour:02d}:{minute}",
                "Thinks that astimezone only changes the label of the zone.",
                "astimezone'un yalnızca dilimin adını değiştirdiğini sanır.",
            ),
        ],
        spare=[
            (
                f"{new_day:02d}.0{month}. {hour:02d}:{minute}",
                "Changes the date but not the time.",
                "Saati değil, yalnızca tarihi değiştirir.",
            )
        ],
        because_en=f"The clock there is {abs(offset)} hours {'ahead of' if offset > 0 else 'behind'} UTC: at the same moment "
        f"it shows {there:02d}:{minute}, on the day {'after' if offset > 0 else 'before'}.",
        because_tr=f"Orada saat UTC'den {abs(offset)} saat {'ileridir' if offset > 0 else 'geridir'}: aynı anda {there:02d}:{minute} "
        f"gösterir, tarih ise bir gün {'sonradır' if offset > 0 else 'öncedir'}.",
        proof=Proof(run="output"),
    )


@template("py-dates-seconds-or-total", topic=TOPIC, difficulty=4, seconds=65)
def seconds_or_total(rng: Random) -> Question:
    days, hours = rng.randint(1, 4), rng.randint(1, 9)
    start_hour = rng.randint(6, 12)
    first = rng.randint(2, 20)
    _attribute, divided, right = rng.choice(
        [
            ("seconds", "gap.seconds // 3600", hours),
            ("total_seconds()", "int(gap.total_seconds()) // 3600", 24 * days + hours),
        ]
    )
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "from datetime import datetime\n\n"
            f"start = datetime(2025, 10, {first}, {start_hour}, 0)\n"
            f"end = datetime(2025, 10, {first + days}, {start_hour + hours}, 0)\n"
            f"gap = end - start\nprint({divided})"
        ),
        right=right,
        wrong=[
            (
                24 * days + hours,
                "Thinks that seconds includes the days.",
                "seconds'ın günleri de kapsadığını sanır.",
            )
            if right == hours
            else (
                hours,
                "Thinks that total_seconds leaves out the days.",
                "total_seconds'ın günleri saymadığını sanır.",
            ),
            (24 * days, "Looks only at the dates.", "Yalnızca tarihlere bakar."),
            (days, "Counts the days instead of the hours.", "Saatler yerine günleri sayar."),
        ],
        spare=[
            (
                24 * (days + 1) + hours,
                "Counts both the first and the last day.",
                "Hem ilk hem son günü sayar.",
            ),
            (
                24 * days - hours,
                "Subtracts the hours instead of adding them.",
                "Saatleri eklemek yerine çıkarır.",
            ),
        ],
        because_en=f"The gap is {days} d {hours} h. seconds holds only what is beyond full days; total_seconds() counts all.",
        because_tr=f"Fark {days} gün {hours} saat. seconds tam günleri saymaz, total_seconds() ise hepsini sayar.",
        proof=Proof(run="output"),
    )
