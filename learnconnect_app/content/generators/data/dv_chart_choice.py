"""Parametric items of the topic `dv-chart-choice`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.generators.data.dv_writing import choice, decimal
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "dv-chart-choice"

LINE = {"en": "a line chart", "tr": "çizgi grafiği"}
BARS = {"en": "a sorted bar chart", "tr": "sıralanmış çubuk grafiği"}
SCATTER = {"en": "a scatter plot", "tr": "saçılım grafiği"}
HISTOGRAM = {"en": "a histogram", "tr": "histogram"}
PIE = {"en": "a pie chart", "tr": "daire grafiği"}
BOXES = {"en": "box plots side by side", "tr": "yan yana kutu grafikleri"}

NO_LINE = (LINE, "Joins what has no order in time.", "Zaman sırası olmayan şeyleri birleştirir.")
NO_BARS = (BARS, "Shows one number for each category only.", "Her kategori için tek sayı gösterir.")
NO_SCATTER = (
    SCATTER,
    "Needs two numbers for each single observation.",
    "Her gözlem için iki sayı gerektirir.",
)
NO_HISTOGRAM = (
    HISTOGRAM,
    "Shows how one single number is distributed.",
    "Tek bir sayının nasıl dağıldığını gösterir.",
)
NO_PIE = (PIE, "Shows only parts of one whole.", "Yalnızca bir bütünün parçalarını gösterir.")

KINDS = {
    "line": (
        LINE,
        [NO_PIE, NO_HISTOGRAM, (BOXES, "Loses the order in time.", "Zaman sırasını yitirir.")],
        "A line chart shows how a value develops over time, in its order.",
        "Çizgi grafiği, bir değerin zaman içinde, sırasıyla nasıl geliştiğini gösterir.",
        [
            (
                "How did the daily temperature of a city change over the last year?",
                "Bir şehrin günlük sıcaklığı son bir yılda nasıl değişti?",
            ),
            (
                "Has the weekly number of active users been growing for three years?",
                "Haftalık etkin kullanıcı sayısı üç yıldır artıyor mu?",
            ),
            (
                "How did the price of a product move from day to day during a year?",
                "Bir ürünün fiyatı bir yıl boyunca günden güne nasıl değişti?",
            ),
            (
                "In which months of the last ten years did electricity use peak?",
                "Son on yılın hangi aylarında elektrik tüketimi tepe yaptı?",
            ),
        ],
    ),
    "bars": (
        BARS,
        [NO_LINE, NO_SCATTER, NO_HISTOGRAM],
        "Bars from one common zero line compare categories exactly; sorting shows the ranking.",
        "Ortak sıfır çizgisinden başlayan çubuklar kategorileri tam karşılaştırır; sıralama düzeni gösterir.",
        [
            (
                "Which of 15 branches sold the most last month?",
                "Geçen ay 15 şubeden hangisi en çok satış yaptı?",
            ),
            (
                "How many complaints did each of nine product groups get this year?",
                "Bu yıl dokuz ürün grubunun her birine kaç şikâyet geldi?",
            ),
            (
                "In which of twelve cities does the company have the most customers?",
                "Şirketin en çok müşterisi on iki şehirden hangisinde?",
            ),
            (
                "Which of ten school clubs has the most members today?",
                "Bugün on okul kulübünden hangisinin en çok üyesi var?",
            ),
        ],
    ),
    "scatter": (
        SCATTER,
        [NO_PIE, NO_HISTOGRAM, NO_BARS],
        "A scatter plot draws one point for each observation, with one number on each axis, and so shows how two numbers go together.",
        "Saçılım grafiği her gözlem için bir nokta çizer; eksenlerin her birinde bir sayı vardır. Böylece iki sayının birlikte nasıl değiştiği görülür.",
        [
            (
                "For 200 flats: do larger ones cost more rent?",
                "200 daire için: büyük olanların kirası daha mı yüksek?",
            ),
            (
                "For 90 students: how do hours of sleep and test scores go together?",
                "90 öğrenci için: uyku süresi ile sınav puanı birlikte nasıl değişiyor?",
            ),
            (
                "For 300 used cars: how does the price fall with the kilometres driven?",
                "300 ikinci el araba için: gidilen kilometre arttıkça fiyat nasıl düşüyor?",
            ),
            (
                "For 150 shops: is more money spent on advertising linked with higher sales?",
                "150 mağaza için: daha çok reklam harcaması daha yüksek satışla ilişkili mi?",
            ),
        ],
    ),
    "histogram": (
        HISTOGRAM,
        [NO_PIE, NO_LINE, NO_SCATTER],
        "A histogram groups the values of one number into intervals and shows where they lie, how widely they spread and whether there are several peaks.",
        "Histogram tek bir sayının değerlerini aralıklara toplar; değerlerin nerede yığıldığını, ne kadar yayıldığını ve birden çok tepe olup olmadığını gösterir.",
        [
            (
                "How are the delivery times of 5000 parcels spread?",
                "5000 kolinin teslim süreleri nasıl dağılıyor?",
            ),
            (
                "Do the scores of 800 students have one peak or two?",
                "800 öğrencinin puanlarında bir tepe mi var, iki tepe mi?",
            ),
            (
                "What is the shape of the distribution of the ages of 2000 customers?",
                "2000 müşterinin yaş dağılımının biçimi nasıl?",
            ),
            (
                "Are the lengths of 1200 phone calls distributed symmetrically?",
                "1200 telefon görüşmesinin süreleri simetrik mi dağılıyor?",
            ),
        ],
    ),
    "boxes": (
        BOXES,
        [NO_PIE, NO_LINE, NO_SCATTER],
        "A box plot shows median, quartiles and spread of one group; side by side, many groups are easy to compare.",
        "Kutu grafiği bir grubun ortancasını, çeyreklerini ve yayılımını gösterir; yan yana dizilince birçok grup kolayca karşılaştırılır.",
        [
            (
                "How do median and spread of the waiting times differ between eight clinics?",
                "Bekleme sürelerinin ortancası ve yayılımı sekiz klinik arasında nasıl değişiyor?",
            ),
            (
                "In which of six departments do salaries vary the most around the median?",
                "Maaşlar, ortancanın çevresinde altı bölümden hangisinde en çok değişiyor?",
            ),
            (
                "How do quartiles and outliers of the delivery times differ between seven couriers?",
                "Teslim sürelerinin çeyrekleri ve aykırı değerleri yedi kargo firması arasında nasıl değişiyor?",
            ),
        ],
    ),
}
CASES = [(kind, ask) for kind, (*_, asks) in KINDS.items() for ask in asks]


@template("dv-chart-choice-for-question", topic=TOPIC, difficulty=2, seconds=35)
def chart_for_question(rng: Random) -> Question:
    kind, (ask_en, ask_tr) = rng.choice(CASES)
    right, wrong, because_en, because_tr, _ = KINDS[kind]
    return choice(
        en=f"Which chart answers this question best?\n\n*{ask_en}*",
        tr=f"Bu soruyu en iyi hangi grafik yanıtlar?\n\n*{ask_tr}*",
        right=right,
        wrong=wrong,
        because_en=because_en,
        because_tr=because_tr,
    )


@template("dv-chart-choice-number-of-bins", topic=TOPIC, difficulty=3, seconds=60)
def number_of_bins(rng: Random) -> Question:
    while True:
        width, low, high = rng.choice([4, 5, 10, 20]), rng.randint(2, 60), rng.randint(60, 180)
        right = high // width - low // width + 1
        if 5 <= right <= 14 and high % width == 0 and low % width:
            break
    first, last = low // width * width, high // width * width
    return choice(
        en=f"The measured times are whole minutes from {low} to {high}; both values occur. The intervals of the histogram begin at multiples of {width}, are {width} wide, and hold their left edge but **not** their right edge. How many intervals are needed so that every time has its place?",
        tr=f"Ölçülen süreler {low} ile {high} arasında tam dakikalardır; iki uç değer de vardır. Histogramın aralıkları {width} sayısının katlarında başlar, {width} genişliktedir; sol sınırını içerir, sağ sınırını **içermez**. Her sürenin bir yeri olması için kaç aralık gerekir?",
        right=right,
        wrong=[
            (
                right - 1,
                f"Puts {high} into the interval that ends there.",
                f"{high} değerini, orada biten aralığa koyar.",
            ),
            (
                decimal((high - low) / width, 2),
                "Divides the range by the width and does not round.",
                "Açıklığı genişliğe böler, yuvarlamaz.",
            ),
            (
                high // width + 1,
                "Begins to count at 0.",
                "Saymaya 0'dan başlar.",
            ),
        ],
        spare=[
            (right + 1, "Adds an empty interval at the end.", "Sona boş bir aralık ekler."),
            (right - 2, "Counts only intervals that are full.", "Yalnızca dolu aralıkları sayar."),
        ],
        because_en=f"The first interval begins at {first}. Since {high} is a left edge, it needs an interval of its own, the one from {last} to {last + width}. From {first} to {last + width} there are ({last + width} - {first}) / {width} = {right} intervals.",
        because_tr=f"İlk aralık {first} sayısında başlar. {high} bir sol sınır olduğundan kendi aralığını ister: {last} ile {last + width} arası. {first} ile {last + width} arasında ({last + width} - {first}) / {width} = {right} aralık vardır.",
        computed=f"len(set(minute // {width} for minute in range({low}, {high} + 1)))",
    )
