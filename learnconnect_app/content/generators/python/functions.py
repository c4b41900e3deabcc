"""Parametric items of the topic `py-functions`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "py-functions"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"


@template("py-functions-use-the-result", topic=TOPIC, difficulty=1, seconds=40)
def use_the_result(rng: Random) -> Question:
    price, count = rng.randint(3, 12), rng.randint(2, 5)
    fee = rng.randint(2, 9)
    times = rng.choice([1, 2])
    right = price * count * times + fee
    call = f"cost({price}, {count})" + (f" * {times}" if times > 1 else "")
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"def cost(price, count):\n    return price * count\n\ntotal = {call} + {fee}\nprint(total)",
        right=right,
        wrong=[
            (price * count, "Stops at the returned value.", "Döndürülen değerde durur."),
            (
                (price + count) * times + fee,
                "Adds the arguments instead of running the body.",
                "Gövdeyi çalıştırmak yerine argümanları toplar.",
            ),
            (
                price * count * (times + fee) if times > 1 else price * (count + fee),
                "Takes the fee into the product.",
                "Eklenen ücreti çarpıma katar.",
            ),
        ],
        spare=[
            (
                "None",
                "Thinks that a returned value cannot be used further.",
                "Dönen değerin kullanılamadığını sanır.",
            ),
        ],
        because_en=f"The call is replaced by its result {price * count}; the rest of the line gives {right}.",
        because_tr=f"Çağrının yerine sonucu geçer: {price * count}; satırın kalanıyla {right} bulunur.",
        proof=Proof(run="output"),
    )


@template("py-functions-swapped-names", topic=TOPIC, difficulty=2, seconds=45)
def swapped_names(rng: Random) -> Question:
    start, end = sorted(rng.sample(range(2, 40), 2))
    factor = rng.randint(2, 4)
    right = end * factor - start
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "def score(start, end):\n"
            f"    return start * {factor} - end\n\n"
            f"start = {start}\nend = {end}\n"
            "print(score(end, start))"
        ),
        right=right,
        wrong=[
            (
                start * factor - end,
                "Thinks that arguments find the parameter of the same name.",
                "Argümanların aynı adlı parametreyi bulduğunu sanır.",
            ),
            (
                end * factor - end,
                "Gives both parameters the same value.",
                "İki parametreye de aynı değeri verir.",
            ),
            ((end - start) * factor, "Subtracts before multiplying.", "Çarpmadan önce çıkarır."),
        ],
        spare=[(start - end * factor, "Turns the subtraction round.", "Çıkarmayı ters çevirir.")],
        because_en=f"Positions decide, not names: the parameter `start` gets {end}, `end` gets {start}: {right}.",
        because_tr=f"Adlar değil konumlar belirler: `start` parametresi {end}, `end` {start} alır: {right}.",
        proof=Proof(run="output"),
    )


@template("py-functions-defaults-and-keywords", topic=TOPIC, difficulty=2, seconds=50)
def defaults_and_keywords(rng: Random) -> Question:
    tickets = rng.randint(2, 6)
    price, discount = rng.randint(8, 15), rng.randint(1, 4)
    given = rng.choice([n for n in range(2, 8) if n != discount])
    keyword = rng.choice(["discount", "price"])
    if keyword == "discount":
        right, positional = tickets * price - given, tickets * given - discount
        ignored_other = tickets * price - discount - given
    else:
        right, positional = tickets * given - discount, tickets * price - given
        ignored_other = tickets * given
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"def bill(tickets, price={price}, discount={discount}):\n"
            "    return tickets * price - discount\n\n"
            f"print(bill({tickets}, {keyword}={given}))"
        ),
        right=right,
        wrong=[
            (
                positional,
                "Gives the value to the other optional parameter.",
                "Değeri öteki isteğe bağlı parametreye verir.",
            ),
            (
                tickets * price - discount,
                "Thinks that the default values always hold.",
                "Varsayılan değerlerin hep geçerli olduğunu sanır.",
            ),
            (
                ignored_other,
                "Applies the default as well as the given value."
                if keyword == "discount"
                else "Thinks that one given value switches off the other default.",
                "Verilen değerle birlikte varsayılanı da uygular."
                if keyword == "discount"
                else "Verilen bir değerin öteki varsayılanı kaldırdığını sanır.",
            ),
        ],
        spare=[
            (right + 1, "Slips by one while computing.", "Hesaplarken bir fazla bulur."),
            (tickets * price, "Overlooks the discount.", "İndirimi gözden kaçırır."),
        ],
        because_en=f"Only `{keyword}` is given by name; the other optional parameter keeps its default: {right}.",
        because_tr=f"Adıyla verilen yalnızca `{keyword}`; öteki isteğe bağlı parametre varsayılanını korur: {right}.",
        proof=Proof(run="output"),
    )


@template("py-functions-return-in-a-loop", topic=TOPIC, difficulty=3, seconds=60)
def return_in_a_loop(rng: Random) -> Question:
    limit = rng.randint(40, 60)
    small = rng.sample(range(10, limit), 2)
    large = rng.sample(range(limit + 1, 90), 2)
    scores = rng.choice(
        [
            [small[0], *large, small[1]],
            [small[0], small[1], *large],
            [small[0], large[0], small[1], large[1]],
            [large[0], small[0], large[1], small[1]],
            [*small, limit],
        ]
    )
    found = [s for s in scores if s > limit]
    right = found[0] if found else 0
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            "def find(scores):\n"
            "    for score in scores:\n"
            f"        if score > {limit}:\n"
            "            return score\n"
            "    return 0\n\n"
            f"print(find({scores}))"
        ),
        right=right,
        wrong=[
            (
                found[-1],
                "Thinks that the loop goes on and the last hit counts.",
                "Döngünün sürdüğünü, son bulunanın geçerli olduğunu sanır.",
            )
            if found
            else (limit, 'Reads > as "at least".', '> işaretini "en az" diye okur.'),
            (
                0,
                "Thinks that the last line of the body always decides.",
                "Her zaman gövdenin son satırının belirlediğini sanır.",
            )
            if found
            else (
                "None",
                "Thinks that without a hit nothing is returned.",
                "Bulunamazsa hiçbir şey dönmediğini sanır.",
            ),
            (
                found,
                "Thinks that every hit is returned, in a list.",
                "Bulunanların hepsinin listede döndüğünü sanır.",
            ),
        ],
        spare=[
            (max(scores), "Looks for the largest score.", "En büyük puanı arar."),
            (scores[0], "Takes the score at the front.", "Baştaki puanı alır."),
        ],
        because_en=f"`return` ends the loop and the function at the first score above {limit}: {right}."
        if found
        else f"No score is above {limit}, so the loop runs to its end and the last line returns 0.",
        because_tr=f"`return`, {limit} üstündeki ilk puanda döngüyü de fonksiyonu da bitirir: {right}."
        if found
        else f"{limit} üstünde puan yoktur; döngü sonuna dek sürer ve son satır 0 döndürür.",
        proof=Proof(run="output"),
    )


@template("py-functions-call-in-a-call", topic=TOPIC, difficulty=3, seconds=55)
def call_in_a_call(rng: Random) -> Question:
    plus, times = rng.randint(2, 9), rng.randint(2, 4)
    n = rng.randint(2, 9)
    shape = rng.choice(
        [
            "grow(boost({n}))",
            "boost(grow({n}))",
            "grow(grow(boost({n})))",
            "boost(boost(grow({n})))",
        ]
    )

    def grow(x: int) -> int:
        return x * times

    def boost(x: int) -> int:
        return x + plus

    steps = [word for word in shape.replace("({n})", "").replace(")", "").split("(") if word]
    apply = {"grow": grow, "boost": boost}
    right = turned = n
    for step in reversed(steps):
        right = apply[step](right)
    for step in steps:
        turned = apply[step](turned)
    inner, outer = apply[steps[-1]](n), apply[steps[0]](n)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=(
            f"def grow(x):\n    return x * {times}\n\ndef boost(x):\n    return x + {plus}\n\n"
            f"print({shape.format(n=n)})"
        ),
        right=right,
        wrong=[
            (
                turned,
                "Runs the calls from the outside to the inside.",
                "Çağrıları dıştan içe doğru çalıştırır.",
            ),
            (inner, "Stops after the innermost call.", "En içteki çağrıdan sonra durur."),
            (outer, "Runs only the outermost call.", "Yalnızca en dıştaki çağrıyı çalıştırır."),
        ],
        spare=[
            (
                inner + outer,
                "Adds the results of the two functions.",
                "İki fonksiyonun sonuçlarını toplar.",
            ),
            (
                inner * outer,
                "Multiplies the results of the two functions.",
                "İki fonksiyonun sonuçlarını çarpar.",
            ),
        ],
        because_en=f"The innermost call runs first, and each result is the argument of the next call: {right}.",
        because_tr=f"Önce en içteki çağrı çalışır; her sonuç bir dıştaki çağrının argümanı olur: {right}.",
        proof=Proof(run="output"),
    )


@template("py-functions-raise-marks", topic=TOPIC, difficulty=4, seconds=65)
def raise_marks(rng: Random) -> Question:
    marks = rng.sample(range(50, 90), 3)
    bonus = rng.randint(2, 9)
    raised = [mark + bonus for mark in marks]
    body, reaches = rng.choice(
        [
            ("    for mark in marks:\n        mark += bonus", False),
            ("    for i in range(len(marks)):\n        marks[i] += bonus", True),
            (
                "    marks = list(marks)\n    for i in range(len(marks)):\n        marks[i] += bonus",
                False,
            ),
        ]
    )
    right, opposite = (raised, marks) if reaches else (marks, raised)
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"def lift(marks, bonus):\n{body}\n\nmarks = {marks}\nlift(marks, {bonus})\nprint(marks)",
        right=right,
        wrong=[
            (
                opposite,
                "Thinks that the function works on a copy of the list."
                if reaches
                else "Thinks that this changes the elements of the list that was passed in.",
                "Fonksiyonun listenin bir kopyasıyla çalıştığını sanır."
                if reaches
                else "Bunun, verilen listenin öğelerini değiştirdiğini sanır.",
            ),
            (
                "None",
                "Thinks that a call without return empties the variable.",
                "return içermeyen bir çağrının değişkeni boşalttığını sanır.",
            ),
            (
                [*marks[:-1], raised[-1]],
                "Thinks that only the last pass of the loop has an effect.",
                "Döngünün yalnızca son turunun etkili olduğunu sanır.",
            ),
        ],
        because_en="Assigning to an index changes the shared list, so the caller sees it."
        if reaches
        else "The list of the caller never changes: only a local name or a copy does.",
        because_tr="İndekse atama ortak listeyi değiştirir; çağıran da bunu görür."
        if reaches
        else "Çağıranın listesi hiç değişmez: yalnızca yerel bir ad ya da bir kopya değişir.",
        proof=Proof(run="output"),
    )


@template("py-functions-shared-default", topic=TOPIC, difficulty=5, seconds=75)
def shared_default(rng: Random) -> Question:
    a, b, c = rng.sample(range(50, 100), 3)
    start = rng.choice([[], [], [rng.randint(10, 40)]])
    own = [rng.randint(1, 9)]
    place = rng.randint(0, 1)
    shared, calls, results = [*start], [], []
    for turn, score in enumerate((a, b, c)):
        if turn == place:
            calls.append(f"add({score}, {own})")
            results.append([*own, score])
        else:
            calls.append(f"add({score})")
            shared.append(score)
            results.append([*shared])
    right = results[2]
    lines = f"{calls[0]}\n{calls[1]}\nprint({calls[2]})"
    every = [*start, a, b, c]
    with_own = [*own, *(a, b, c)[place:]]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code=f"def add(score, scores={start}):\n    scores.append(score)\n    return scores\n\n{lines}",
        right=right,
        wrong=[
            (
                [*start, c],
                "Thinks that each call gets a fresh list.",
                "Her çağrının yeni bir liste aldığını sanır.",
            ),
            (
                every,
                "Thinks that every call fills the default list, even one with a list of its own.",
                "Kendi listesini veren çağrının bile varsayılan listeyi doldurduğunu sanır.",
            ),
            (
                with_own,
                "Thinks that a list passed in becomes the new default.",
                "Verilen listenin yeni varsayılan olduğunu sanır.",
            ),
        ],
        spare=[
            (
                [*start],
                "Thinks that the default never changes.",
                "Varsayılanın hiç değişmediğini sanır.",
            ),
            (
                [right[-1], *right[:-1]],
                "Thinks that append puts the value at the front.",
                "append'in değeri başa koyduğunu sanır.",
            ),
            (right[-1], "Expects only the new value.", "Yalnızca yeni değeri bekler."),
            (
                "None",
                "Thinks that append is what is returned.",
                "append'in sonucunun döndüğünü sanır.",
            ),
        ],
        because_en=f"The default list is made once and shared by the calls that use it, so it grows to {right}.",
        because_tr=f"Varsayılan liste bir kez oluşur, onu kullanan çağrılar paylaşır; sonunda şu olur: {right}.",
        proof=Proof(run="output"),
    )
