"""Parametric items of the topic `st-hypothesis`."""

from __future__ import annotations

from fractions import Fraction
from math import comb
from random import Random

from learnconnect_app.content.generators.data.st_writing import asked, en, tr
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "st-hypothesis"


@template("st-hypothesis-z-of-mean", topic=TOPIC, difficulty=3, seconds=60)
def z_of_mean(rng: Random) -> Question:
    root = rng.choice([4, 5, 6, 8, 10])
    error = rng.choice([0.5, 1, 2, 3])
    right = rng.choice([-3, -2.5, -2, -1.5, 1.5, 2, 2.5, 3])
    claimed = rng.randrange(100, 200, 10)
    mean, spread = claimed + right * error, error * root
    return asked(
        stem_en=f"$H_0$: the mean is {claimed}. The standard deviation is known: {en(spread)}. A random sample of {root * root} values has the mean {en(mean)}. What is the test statistic $z$?",
        stem_tr=f"$H_0$: ortalama {claimed} değerine eşittir. Standart sapma biliniyor: {tr(spread)}. {root * root} değerlik rastgele bir örneklemin ortalaması {tr(mean)}. Test istatistiği $z$ kaçtır?",
        right=right,
        wrong=[
            (round((mean - claimed) / spread, 3), "Forgets the root of n.", "n'nin karekökünü unutur."),
            (-right, "Subtracts the other way round.", "Çıkarmayı ters yapar."),
            (mean - claimed, "Forgets to divide by the standard error.", "Standart hataya bölmeyi unutur."),
            (round((mean - claimed) * root * root / spread, 3), "Uses n in place of its root.", "Karekökü yerine n'yi kullanır."),
            (right * 2, "Divides by half the standard error.", "Standart hatanın yarısına böler."),
        ],
        because_en=f"SE = {en(spread)} / √{root * root} = {en(error)}. z = ({en(mean)} − {claimed}) / {en(error)} = {en(right)}.",
        because_tr=f"SE = {tr(spread)} / √{root * root} = {tr(error)}. z = ({tr(mean)} − {claimed}) / {tr(error)} = {tr(right)}.",
        computed=f"solve({claimed} + x*Rational('{spread}')/sqrt({root * root}) - Rational('{mean}'), x)[0]",
    )  # fmt: skip


@template("st-hypothesis-exact-p", topic=TOPIC, difficulty=4, seconds=90)
def exact_p(rng: Random) -> Question:
    n = rng.choice([4, 5, 6, 7, 8])
    k = rng.randint(n - 2 if n > 5 else n - 1, n)
    if n == 4:
        k = 4
    ways = sum(comb(n, i) for i in range(k, n + 1))
    right = Fraction(ways, 2**n)
    subject_en, subject_tr = rng.choice(
        [
            ("guesses which of two drinks is which", "iki içecekten hangisi olduğunu tahmin ediyor"),
            ("says which of two pictures is older", "iki resimden hangisinin eski olduğunu söylüyor"),
            ("names the louder of two sounds", "iki sesten yüksek olanı söylüyor"),
        ]
    )  # fmt: skip
    same = "all of them" if k == n else f"{k} of them"
    same_tr = "hepsinde" if k == n else f"{k} tanesinde"
    return asked(
        stem_en=f"Someone {subject_en}, {n} times, and is right in {same}. $H_0$: it is pure guessing, each answer right with probability 1/2. What is the **one-sided** p-value?",
        stem_tr=f"Biri {n} kez {subject_tr} ve {same_tr} doğru biliyor. $H_0$: bu yalnızca tahmindir, her yanıt 1/2 olasılıkla doğrudur. **Tek yönlü** p değeri kaçtır?",
        right=right,
        wrong=[
            (Fraction(comb(n, k), 2**n), "Counts only this very result, not the more extreme ones.", "Daha uç sonuçları değil yalnızca bu sonucu sayar."),
            (1 - right, "Gives the probability of a less extreme result.", "Daha az uç bir sonucun olasılığını verir."),
            (2 * right, "Counts both tails.", "İki kuyruğu da sayar."),
            (Fraction(k, n), "Gives the share of right answers.", "Doğru yanıtların oranını verir."),
            (Fraction(1, 2), "Takes the probability of a single answer.", "Tek yanıtın olasılığını alır."),
            (Fraction(1, n), "Divides one by the number of tries.", "Biri deneme sayısına böler."),
        ],
        because_en=f"There are {2**n} equally likely series of answers. At least {k} right answers occur in {ways} of them, so p = {en(right)}.",
        because_tr=f"Eşit olasılıklı {2**n} yanıt dizisi vardır. En az {k} doğru, bunların {ways} tanesinde bulunur; p = {tr(right)}.",
        computed=f"Rational(sum(1 for w in itertools.product((0, 1), repeat={n}) if sum(w) >= {k}), {2**n})",
    )  # fmt: skip


@template("st-hypothesis-false-discoveries", topic=TOPIC, difficulty=4, seconds=95)
def false_discoveries(rng: Random) -> Question:
    ideas = rng.choice([100, 200, 400, 500, 1000])
    share = rng.choice([10, 20])
    power = rng.choice([50, 80, 90])
    level = 5
    real = ideas * share // 100
    found = real * power // 100
    alarms = Fraction((ideas - real) * level, 100)
    if alarms.denominator > 1:
        ideas, real = 200, 200 * share // 100
        found, alarms = real * power // 100, Fraction((200 - real) * level, 100)
    right = int(alarms)
    return asked(
        stem_en=f"A company tests {ideas} ideas at level 0.05. {share}% of the ideas really work, and the power of the tests is {power}%. How many **false alarms** are to be expected among the significant results?",
        stem_tr=f"Bir şirket {ideas} fikri 0,05 düzeyinde test ediyor. Fikirlerin %{share} kadarı gerçekten işe yarıyor, testlerin gücü %{power}. Anlamlı sonuçlar arasında kaç **yanlış alarm** beklenir?",
        right=right,
        wrong=[
            (ideas * level // 100, "Takes 5% of all ideas, also of those that work.", "İşe yarayanlar dahil bütün fikirlerin %5'ini alır."),
            (found, "Gives the expected number of real finds.", "Beklenen gerçek bulgu sayısını verir."),
            (found + right, "Gives all expected significant results.", "Beklenen bütün anlamlı sonuçları verir."),
            (real - found, "Gives the real effects that are missed.", "Kaçırılan gerçek etkileri verir."),
            (ideas - real, "Takes every idea that does not work for an alarm.", "İşe yaramayan her fikri alarm sayar."),
        ],
        because_en=f"{ideas - real} ideas do not work, and 5% of them look significant by chance: {right}. (Besides, {found} of the {real} working ideas are found.)",
        because_tr=f"{ideas - real} fikir işe yaramaz; bunların %5'i rastlantıyla anlamlı görünür: {right}. (Ayrıca işe yarayan {real} fikrin {found} tanesi bulunur.)",
        computed=f"{ideas}*(1 - Rational({share}, 100))*Rational(1, 20)",
    )  # fmt: skip
