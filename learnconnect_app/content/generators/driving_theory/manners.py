"""Parametric items of the course `drive-manners`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.driving_theory.writing import Claim, one_of_claims
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

VALUES_RIGHT = [
    Claim(
        ("Giving up one's own right of way can prevent a crash.", "Gerektiğinde kendi geçiş hakkından feragat etmek kazayı önleyebilir."),
        ("Thinks that a right has to be used at any price.", "Bir hakkın ne olursa olsun kullanılması gerektiğini sanır."),
        ("Even a driver who is in the right gets hurt in a crash; yielding costs seconds.", "Haklı olan da kazada yaralanır; yol vermek ise saniyeler alır."),
    ),
    Claim(
        ("Empathy means to put oneself in the place of the other.", "Empati, kendini karşıdakinin yerine koymaktır."),
        ("Confuses empathy with agreeing to everything.", "Empatiyi her şeye boyun eğmekle karıştırır."),
        ("A driver who sees with the eyes of the other foresees what that person will do.", "Karşıdakinin gözünden bakan sürücü, onun ne yapacağını öngörebilir."),
    ),
    Claim(
        ("A raised hand is a good way to thank another driver.", "Başka bir sürücüye elini kaldırarak teşekkür etmek uygundur."),
        ("Thinks that drivers cannot communicate.", "Sürücülerin iletişim kuramayacağını sanır."),
        ("Small gestures of thanks or apology keep tension away.", "Küçük teşekkür ve özür hareketleri gerginliği önler."),
    ),
    Claim(
        ("One keeps the rules even where nobody checks.", "Denetim olmayan yerde de kurallara uyulur."),
        ("Thinks that rules exist only because of fines.", "Kuralların yalnızca ceza yüzünden var olduğunu sanır."),
        ("Rules protect people, and the danger is the same without a check.", "Kurallar insanları korur; denetim olmasa da tehlike aynıdır."),
    ),
    Claim(
        ("One waits with patience for an old person who crosses slowly.", "Yavaş geçen yaşlı bir yayanın geçişi sabırla beklenir."),
        ("Thinks that slow people have to be hurried.", "Yavaş olanların acele ettirilmesi gerektiğini sanır."),
        ("Hurried by a horn or a moving car the person may fall.", "Korna ya da ilerleyen araçla acele ettirilen kişi düşebilir."),
    ),
    Claim(
        ("One slows down when driving through a puddle near people.", "Su birikintisinden geçerken yayaların yanında yavaşlanır."),
        ("Thinks that splashing is the walkers' own problem.", "Su sıçramasının yayaların kendi sorunu olduğunu sanır."),
        ("Splashing soils and frightens others; consideration belongs to driving.", "Su sıçratmak başkalarını kirletir ve korkutur; düşünceli olmak sürüşün parçasıdır."),
    ),
]  # fmt: skip
VALUES_WRONG = [
    Claim(
        ("A driver who has the right of way never has to slow down.", "Geçiş hakkı olan sürücünün yavaşlaması hiçbir zaman gerekmez."),
        ("Thinks that being right protects.", "Hakkın kişiyi koruduğunu sanır."),
        ("Others make mistakes; a good driver reckons with them.", "Başkaları hata yapabilir; iyi sürücü bunu hesaba katar."),
    ),
    Claim(
        ("The horn is the best way to make a learner driver go faster.", "Aday sürücüyü hızlandırmanın en iyi yolu korna çalmaktır."),
        ("Thinks that pressure makes people drive better.", "Baskının insanlara daha iyi araç sürdürdüğünü sanır."),
        ("Pressure makes a beginner err more; patience helps.", "Baskı, yeni sürücünün hatasını artırır; sabır ise yardımcı olur."),
    ),
    Claim(
        ("Flashing the lights from close behind is a polite request to move over.", "Yakın takipte selektör yapmak kibarca yol istemektir."),
        ("Takes pressing others for communication.", "Başkasını sıkıştırmayı iletişim sanır."),
        ("It frightens and provokes, and there is no room left to brake.", "Bu, korkutur ve kışkırtır; fren yapacak mesafe de kalmaz."),
    ),
    Claim(
        ("Courtesy in traffic is owed only to those one knows.", "Trafikte nezaket yalnızca tanıdıklara gösterilir."),
        ("Thinks that strangers are owed nothing.", "Yabancılara karşı sorumluluk olmadığını sanır."),
        ("Everyone on the road shares the same space and risk.", "Yoldaki herkes aynı alanı ve aynı riski paylaşır."),
    ),
    Claim(
        ("A driver who was treated badly should pay it back at once.", "Yolda kötü davranışla karşılaşan hemen karşılık vermelidir."),
        ("Takes revenge for justice.", "Karşılık vermeyi adalet sanır."),
        ("Paying back makes one mistake into two and brings danger to all.", "Karşılık vermek bir hatayı ikiye çıkarır ve herkesi tehlikeye atar."),
    ),
    Claim(
        ("Rubbish thrown out of the window harms nobody on an empty road.", "Boş yolda camdan çöp atmanın kimseye zararı yoktur."),
        ("Thinks that only what is seen matters.", "Yalnızca görülenin önemli olduğunu sanır."),
        ("It pollutes, can start a fire, and can hit those who come later.", "Çevreyi kirletir, yangın çıkarabilir ve sonradan gelenlere zarar verebilir."),
    ),
]  # fmt: skip
TRIPS = [
    *((5, 50, 60), (10, 50, 60), (15, 50, 60), (20, 50, 60), (15, 50, 75), (10, 50, 75)),
    *((30, 90, 120), (60, 90, 120), (18, 90, 120), (30, 90, 100), (45, 90, 100), (60, 90, 100)),
    *((22, 110, 132), (44, 110, 132), (66, 110, 132), (36, 90, 108), (54, 90, 108)),
]
"""Kilometres, the speed limit, and what a hurried driver does; both times are whole minutes."""


@template("drive-manners-values-claim", topic="drive-manners-values", difficulty=2, seconds=40)
def values_claim(rng: Random) -> Question:
    about = ("manners in traffic", "Trafik adabı")
    return one_of_claims(rng, about, VALUES_RIGHT, VALUES_WRONG)


@template("drive-manners-calm-minutes", topic="drive-manners-calm", difficulty=3, seconds=60)
def minutes_gained(rng: Random) -> Question:
    distance, limit, fast = rng.choice(TRIPS)
    legal, hurried = distance * 60 // limit, distance * 60 // fast
    right = legal - hurried
    return question(
        en=f"The limit is {limit} km/h. A driver in a hurry thinks of going at {fast} km/h for {distance} km. How many minutes would this risky haste gain at most?",
        tr=f"Hız sınırının {limit} km/h olduğu {distance} km'lik yolda acele eden bir sürücü {fast} km/h hızla gitmeyi düşünüyor. Bu tehlikeli acele en çok kaç dakika kazandırır?",
        right=right,
        wrong=[
            (hurried, "Takes the time of the whole trip for the gain.", "Yolun tüm süresini kazanç sanır."),
            (fast - limit, "Takes the difference of the speeds for minutes.", "Hız farkını dakika sanır."),
            (legal, "Takes the time within the limit for the gain.", "Sınıra uyulan süreyi kazanç sanır."),
        ],
        spare=[
            (2 * right + 1, "Overestimates what haste brings.", "Acelenin kazandırdığını abartır."),
            (right + 5, "Overestimates what haste brings.", "Acelenin kazandırdığını abartır."),
        ],
        because_en=f"At {limit} km/h the trip takes {legal} min, at {fast} km/h {hurried} min: {legal} − {hurried} = {right} min. So little is not worth the longer stopping distance.",
        because_tr=f"Yol {limit} km/h ile {legal}, {fast} km/h ile {hurried} dakika sürer: {legal} − {hurried} = {right} dakika. Bu kadarı, uzayan duruş mesafesine değmez.",
        proof=Proof(run="compute", expression=f"Rational(60 * {distance}, {limit}) - Rational(60 * {distance}, {fast})"),
    )  # fmt: skip
