"""Parametric items of the topic `js-event-loop`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

TOPIC = "js-event-loop"
ASK_EN = "What does this program print?"
ASK_TR = "Bu program ne yazdırır?"
WORDS = ["sun", "rain", "wind", "snow", "fog", "storm", "cloud", "hail", "frost", "breeze"]


def lines(*words: str) -> str:
    return "\n".join(words)


@template("js-event-loop-three-queues", topic=TOPIC, difficulty=2, seconds=60)
def three_queues(rng: Random) -> Question:
    micro = rng.choice(["queueMicrotask({})", "Promise.resolve().then({})"])
    while True:
        a, b, m, t = rng.sample(WORDS, 4)
        code = [
            (a, f'console.log("{a}");'),
            (b, f'console.log("{b}");'),
            (m, micro.format(f'() => console.log("{m}")') + ";"),
            (t, f'setTimeout(() => console.log("{t}"), 0);'),
        ]
        rng.shuffle(code)
        written = [word for word, _ in code]
        now = [word for word in written if word in (a, b)]
        if written[:2] != now and written.index(m) > 0:
            break
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code="\n".join(line for _, line in code),
        code_language="javascript",
        right=lines(*now, m, t),
        wrong=[
            (
                lines(*now, t, m),
                "Thinks that timers run before microtasks.",
                "Zamanlayıcıların mikro görevlerden önce çalıştığını sanır.",
            ),
            (
                lines(*written),
                "Thinks that the lines run in the order in which they are written.",
                "Satırların yazıldıkları sırayla çalıştığını sanır.",
            ),
            (
                lines(m, *now, t),
                "Thinks that microtasks run before the current code goes on.",
                "Mikro görevlerin, çalışan koddan önce araya girdiğini sanır.",
            ),
        ],
        spare=[
            (
                lines(t, m, *now),
                "Thinks that what is queued comes first.",
                "Kuyruğa konanın önce geldiğini sanır.",
            ),
        ],
        because_en=f"The running code comes first: {now[0]}, {now[1]}. Then the microtask prints {m}, and only then does the event loop take the timer: {t}.",
        because_tr=f"Önce çalışan kod biter: {now[0]}, {now[1]}. Sonra mikro görev {m} yazdırır; olay döngüsü zamanlayıcıyı ancak bundan sonra alır: {t}.",
        proof=Proof(run="output"),
    )


@template("js-event-loop-timers-and-clear", topic=TOPIC, difficulty=2, seconds=70)
def timers_and_clear(rng: Random) -> Question:
    while True:
        words = rng.sample(WORDS, 4)
        delays = rng.sample([10, 20, 30, 40], 4)
        gone = rng.randrange(4)
        due = [word for _, word in sorted(zip(delays, words, strict=True))]
        kept = [word for word in words if word != words[gone]]
        right = [word for word in due if word != words[gone]]
        if right != kept:
            break
    code = [
        f'setTimeout(() => console.log("{word}"), {delay});'
        for word, delay in zip(words, delays, strict=True)
    ]
    code[gone] = "const timer = " + code[gone]
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code="\n".join([*code, "clearTimeout(timer);"]),
        code_language="javascript",
        right=lines(*right),
        wrong=[
            (
                lines(*kept),
                "Thinks that timers run in the order in which they were set.",
                "Zamanlayıcıların kuruldukları sırayla çalıştığını sanır.",
            ),
            (
                lines(*due),
                "Overlooks that one timer is cancelled.",
                "Bir zamanlayıcının iptal edildiğini gözden kaçırır.",
            ),
            (
                lines(words[gone], *right),
                "Thinks that clearTimeout runs the function at once.",
                "clearTimeout'un fonksiyonu hemen çalıştırdığını sanır.",
            ),
        ],
        spare=[
            (
                lines(*reversed(right)),
                "Thinks that the longest delay comes first.",
                "En uzun gecikmenin önce geldiğini sanır.",
            ),
            (
                lines(*words),
                "Overlooks both the delays and the cancelled timer.",
                "Hem gecikmeleri hem iptal edilen zamanlayıcıyı gözden kaçırır.",
            ),
            (
                lines(*right[:-1]),
                "Thinks that the longest timer is cancelled as well.",
                "En uzun zamanlayıcının da iptal edildiğini sanır.",
            ),
        ],
        because_en=f"`clearTimeout` cancels {words[gone]} before it is due. The others run by their delays, the shortest first: {', '.join(right)}.",
        because_tr=f"`clearTimeout`, {words[gone]} yazacak zamanlayıcıyı süresi dolmadan iptal eder. Ötekiler gecikmelerine göre, en kısadan başlayarak çalışır: {', '.join(right)}.",
        proof=Proof(run="output"),
    )


@template("js-event-loop-microtask-in-timer", topic=TOPIC, difficulty=4, seconds=80)
def microtask_in_timer(rng: Random) -> Question:
    outer, inner, other, now = rng.sample(WORDS, 4)
    micro = rng.choice(["queueMicrotask({})", "Promise.resolve().then({})"])
    nested = micro.format(f'() => console.log("{inner}")')
    first = f'setTimeout(() => {{\n  console.log("{outer}");\n  {nested};\n}}, 0);'
    code = [first, f'setTimeout(() => console.log("{other}"), 0);']
    code.insert(rng.randint(0, 2), f'console.log("{now}");')
    return question(
        en=ASK_EN,
        tr=ASK_TR,
        code="\n".join(code),
        code_language="javascript",
        right=lines(now, outer, inner, other),
        wrong=[
            (
                lines(now, outer, other, inner),
                "Thinks that all timers that are due run before the next microtask.",
                "Süresi dolan bütün zamanlayıcıların sıradaki mikro görevden önce çalıştığını sanır.",
            ),
            (
                lines(now, inner, outer, other),
                "Thinks that the inner microtask is queued before its timer has run.",
                "İçteki mikro görevin, zamanlayıcı çalışmadan kuyruğa girdiğini sanır.",
            ),
            (
                lines(outer, inner, other, now),
                "Thinks that a delay of 0 runs the function at once.",
                "0 gecikmenin fonksiyonu hemen çalıştırdığını sanır.",
            ),
        ],
        because_en=f"The running code prints {now}. The first timer prints {outer} and queues a microtask. Before the next timer all microtasks run, so {inner} comes before {other}.",
        because_tr=f"Çalışan kod {now} yazdırır. İlk zamanlayıcı {outer} yazdırıp bir mikro görev ekler. Sonraki zamanlayıcıdan önce bütün mikro görevler çalışır; bu yüzden önce {inner}, sonra {other} yazılır.",
        proof=Proof(run="output"),
    )
