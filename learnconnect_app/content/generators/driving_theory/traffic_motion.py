"""Parametric items on speed and distance, overtaking and tiredness."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.driving_theory.writing import Claim, one_of_claims
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

SPEEDS = [36, 54, 72, 90, 108]
"""In km/h; whole numbers in m/s too."""
NOT_CONVERTED = (
    "Takes km/h for m/s without converting.",
    "km/h'yi m/s'ye çevirmeden kullanır.",
)


@template("drive-speed-distance-gap", topic="drive-speed-distance", difficulty=2, seconds=50)
def gap_in_seconds(rng: Random) -> Question:
    speed, gap = rng.choice(SPEEDS), rng.randint(2, 4)
    metres = speed * 10 // 36
    return question(
        en=f"At {speed} km/h a driver keeps {gap} seconds behind the vehicle in front. How many metres is that?",
        tr=f"{speed} km/h hızla giden bir sürücü öndeki aracı {gap} saniye geriden izliyor. Bu, kaç metrelik takip mesafesidir?",
        right=f"{metres * gap} m",
        wrong=[
            (f"{metres} m", "Counts one second only.", "Yalnızca bir saniyede alınan yolu bulur."),
            (f"{speed * gap} m", *NOT_CONVERTED),
            (f"{speed // 2} m", "Takes half of the speed, which is the legal minimum and not what is asked.", "Hızın yarısını alır; bu, sorulan değil, yasadaki en az mesafedir."),
        ],
        spare=[
            (f"{metres * gap + 10} m", "Miscounts the metres of a second.", "Bir saniyede alınan yolu yanlış hesaplar."),
            (f"{metres * (gap + 1)} m", "Counts one second too many.", "Bir saniye fazla sayar."),
        ],
        because_en=f"${speed}$ km/h is $\\frac{{{speed}}}{{3.6}} = {metres}$ m/s; in {gap} s that is ${metres} \\times {gap} = {metres * gap}$ m.",
        because_tr=f"${speed}$ km/h, $\\frac{{{speed}}}{{3{{,}}6}} = {metres}$ m/s eder; {gap} s içinde ${metres} \\times {gap} = {metres * gap}$ m yol alınır.",
        proof=Proof(run="compute", expression=f"Rational({speed} * 1000, 3600) * {gap}"),
    )  # fmt: skip


@template("drive-speed-distance-stopping", topic="drive-speed-distance", difficulty=3, seconds=70)
def stopping(rng: Random) -> Question:
    speed, seconds = rng.choice(SPEEDS), rng.randint(1, 2)
    metres = speed * 10 // 36
    wet = rng.random() < 0.5
    braking = round(metres**2 / (2 * (4.5 if wet else 7)))
    road_en, road_tr = ("wet", "ıslak") if wet else ("dry", "kuru")
    reaction = metres * seconds
    return question(
        en=f"A car goes at {speed} km/h on a {road_en} road. The driver reacts after {seconds} s, and the braking distance is then {braking} m. What is the stopping distance?",
        tr=f"Bir otomobil {road_tr} yolda {speed} km/h hızla gidiyor. Sürücünün tepki süresi {seconds} s, fren mesafesi {braking} m olduğuna göre duruş mesafesi kaç metredir?",
        right=f"{reaction + braking} m",
        wrong=[
            (f"{braking} m", "Forgets the way during the reaction.", "Tepki süresinde alınan yolu unutur."),
            (f"{reaction} m", "Stops counting when braking begins.", "Yalnızca tepki süresinde alınan yolu hesaplar."),
            (f"{speed * seconds + braking} m", *NOT_CONVERTED),
        ],
        spare=[(f"{reaction + 2 * braking} m", "Counts the braking twice.", "Fren mesafesini iki kez sayar.")],
        because_en=f"{speed} km/h is {metres} m/s. During the reaction: ${metres} \\times {seconds} = {reaction}$ m. With the braking: ${reaction} + {braking} = {reaction + braking}$ m.",
        because_tr=f"{speed} km/h, {metres} m/s eder. Tepki süresinde alınan yol: ${metres} \\times {seconds} = {reaction}$ m. Fren mesafesiyle: ${reaction} + {braking} = {reaction + braking}$ m.",
        proof=Proof(run="compute", expression=f"integrate(Rational({speed} * 5, 18), (t, 0, {seconds})) + {braking}"),
    )  # fmt: skip


@template("drive-speed-distance-square", topic="drive-speed-distance", difficulty=4, seconds=60)
def braking_grows(rng: Random) -> Question:
    low, braking = rng.choice([(30, 6), (30, 7), (30, 8), (40, 10), (40, 11), (40, 12), (40, 13), (50, 15), (50, 17), (50, 18)])  # fmt: skip
    times = rng.choice([2, 3]) if low == 30 else 2
    high, right = low * times, braking * times**2
    return question(
        en=f"At {low} km/h the braking distance of a car is {braking} m. How long is it at {high} km/h if it brakes just as hard on the same road?",
        tr=f"Bir otomobilin {low} km/h hızda fren mesafesi {braking} m'dir. Aynı yolda aynı kuvvetle fren yapılırsa {high} km/h hızda fren mesafesi kaç metre olur?",
        right=f"{right} m",
        wrong=[
            (f"{braking * times} m", "Thinks that the braking distance grows in step with the speed.", "Fren mesafesinin hızla aynı oranda arttığını sanır."),
            (f"{braking * (times + 1)} m", "Adds one more braking distance to what would be in step.", "Aynı oranda artışın üzerine bir fren mesafesi daha ekler."),
            (f"{braking * times**3} m", "Multiplies once too often.", "Katı bir kez fazla çarpar."),
        ],
        because_en=f"The braking distance grows with the **square** of the speed: {times} times as fast means ${times}^2 = {times**2}$ times as far, ${braking} \\times {times**2} = {right}$ m.",
        because_tr=f"Fren mesafesi hızın **karesiyle** artar: Hız {times} katına çıkınca mesafe ${times}^2 = {times**2}$ katına çıkar, ${braking} \\times {times**2} = {right}$ m.",
        proof=Proof(run="compute", expression=f"solve(Rational({low}**2, {braking}) - Rational({high}**2) / x, x)[0]"),
    )  # fmt: skip


@template("drive-manoeuvres-overtaking-way", topic="drive-manoeuvres", difficulty=5, seconds=90)
def overtaking_way(rng: Random) -> Question:
    slow, fast = rng.choice([(54, 72), (72, 90), (54, 90), (36, 54)])
    gained = rng.choice([40, 50, 60, 70, 80])
    seconds = gained * 36 // ((fast - slow) * 10)
    way, truck = seconds * fast * 10 // 36, seconds * slow * 10 // 36
    return question(
        en=f"A lorry goes at {slow} km/h. A car overtakes it at a steady {fast} km/h and has to gain {gained} m on it. How far does the car go on the opposite lane meanwhile?",
        tr=f"{slow} km/h hızla giden bir kamyonu geçen otomobilin hızı sabit {fast} km/h'dir; geçişi bitirmek için kamyona göre {gained} m yol kazanması gerekir. Otomobil bu sırada karşı yönün şeridinde kaç metre yol alır?",
        right=f"{way} m",
        wrong=[
            (f"{gained} m", "Forgets that the lorry moves on meanwhile.", "Bu sırada kamyonun da ilerlediğini unutur."),
            (f"{truck} m", "Computes the way of the lorry.", "Kamyonun aldığı yolu hesaplar."),
            (f"{way + truck} m", "Adds the ways of both.", "İki aracın yollarını toplar."),
        ],
        spare=[(f"{way + gained} m", "Adds what is gained a second time.", "Kazanılan yolu bir kez daha ekler.")],
        because_en=f"The car gains {fast - slow} km/h $= {(fast - slow) * 10 // 36}$ m/s, so it takes $\\frac{{{gained}}}{{{(fast - slow) * 10 // 36}}} = {seconds}$ s. At {fast * 10 // 36} m/s that is {way} m.",
        because_tr=f"Otomobil kamyona göre {fast - slow} km/h $= {(fast - slow) * 10 // 36}$ m/s kazanır; geçiş $\\frac{{{gained}}}{{{(fast - slow) * 10 // 36}}} = {seconds}$ s sürer. {fast * 10 // 36} m/s hızla bu sürede {way} m yol alır.",
        proof=Proof(run="compute", expression=f"solve(x - {gained} - x * Rational({slow}, {fast}), x)[0]"),
    )  # fmt: skip


@template("drive-driver-duties-microsleep", topic="drive-driver-duties", difficulty=3, seconds=50)
def microsleep(rng: Random) -> Question:
    speed, seconds = rng.choice(SPEEDS[1:]), rng.randint(2, 5)
    metres = speed * 10 // 36
    return question(
        en=f"A tired driver's eyes close for {seconds} s at {speed} km/h. How far does the car go in that time without anyone watching the road?",
        tr=f"{speed} km/h hızla giden yorgun bir sürücünün gözleri {seconds} s kapanıyor. Araç bu sürede yola kimse bakmadan kaç metre gider?",
        right=f"{metres * seconds} m",
        wrong=[
            (f"{metres} m", "Counts one second only.", "Yalnızca bir saniyede alınan yolu bulur."),
            (f"{speed * seconds} m", *NOT_CONVERTED),
            (f"{metres * (seconds - 1)} m", "Counts one second too few.", "Bir saniye eksik sayar."),
        ],
        spare=[(f"{speed} m", "Takes the figure of the speed for the way.", "Hızın sayısını alınan yol sanır.")],
        because_en=f"{speed} km/h is {metres} m/s: in {seconds} s the car goes ${metres} \\times {seconds} = {metres * seconds}$ m.",
        because_tr=f"{speed} km/h, {metres} m/s eder: Araç {seconds} s içinde ${metres} \\times {seconds} = {metres * seconds}$ m gider.",
        proof=Proof(run="compute", expression=f"Rational({speed} * 1000 * {seconds}, 3600)"),
    )  # fmt: skip


STANDING_RIGHT = [
    Claim(
        ("One may not park within 5 m of a marked fire hydrant.", "Belirlenmiş yangın musluğuna 5 m'den yakın yere park edilmez."),
        ("Thinks that a hydrant matters only when there is a fire.", "Musluğun yalnızca yangın çıkınca önemli olduğunu sanır."),
        ("The fire brigade must reach it at any time: 5 m on both sides stay free.", "İtfaiye musluğa her an ulaşabilmelidir: İki yönde de 5 m boş bırakılır."),
    ),
    Claim(
        ("Stopping briefly on a pedestrian crossing is forbidden too.", "Yaya geçidinde kısa süreli duraklamak da yasaktır."),
        ("Thinks that a short stop does not count.", "Kısa duraklamanın sayılmadığını sanır."),
        ("A vehicle on the crossing drives people onto the road and hides them.", "Geçitteki araç yayaları yola iter ve görünmelerini engeller."),
    ),
    Claim(
        ("Parking places marked for disabled people stay free for their vehicles.", "Engelliler için ayrılmış park yeri onların araçlarına bırakılır."),
        ("Thinks that an empty place is free for anyone.", "Boş duran yerin herkese açık olduğunu sanır."),
        ("The law forbids other vehicles to park there, however short.", "Yasa, diğer araçların oraya park etmesini kısa süre için de yasaklar."),
    ),
    Claim(
        ("In towns one may not stop within 5 m of a junction.", "Yerleşim yeri içinde kavşağa 5 m'den yakın yerde duraklanmaz."),
        ("Thinks that only the junction itself has to stay free.", "Yalnızca kavşağın içinin boş kalması gerektiğini sanır."),
        ("A vehicle close to the corner takes away the view and the room to turn.", "Köşeye yakın duran araç görüşü ve dönüş alanını kapatır."),
    ),
    Claim(
        ("A stop in order to wait lasts 5 minutes at most.", "Bekleme amacıyla duraklama en çok 5 dakika sürer."),
        ("Thinks that one may wait as long as one likes.", "İstenildiği kadar beklenebileceğini sanır."),
        ("A longer wait counts as parking.", "Daha uzun bekleme park etme sayılır."),
    ),
    Claim(
        ("Stopping in the left lane is forbidden, except on roads with rails.", "Raylı sistem bulunan yollar dışında sol şeritte duraklamak yasaktır."),
        ("Thinks that any lane will do for a moment.", "Kısa süre için her şeridin uygun olduğunu sanır."),
        ("The left lane is for moving traffic; one stops at the right edge.", "Sol şerit akan trafik içindir; duraklama yolun sağ kenarında yapılır."),
    ),
]  # fmt: skip
STANDING_WRONG = [
    Claim(
        ("One may stop in a tunnel as long as it is short.", "Kısa sürecekse tünel içinde duraklanabilir."),
        ("Thinks that a short stop is allowed everywhere.", "Kısa duraklamanın her yerde serbest olduğunu sanır."),
        ("In a tunnel stopping is forbidden: there is no room, and others see too late.", "Tünelde duraklamak yasaktır: Yer dardır ve arkadan gelenler geç fark eder."),
    ),
    Claim(
        ("With the hazard lights on one may park on a pedestrian crossing.", "Dörtlü ikaz lambaları yakılırsa yaya geçidine park edilebilir."),
        ("Thinks that hazard lights lift a ban.", "Dörtlülerin yasağı kaldırdığını sanır."),
        ("Hazard lights warn others; they allow nothing.", "Dörtlüler başkalarını uyarır; hiçbir yasağı kaldırmaz."),
    ),
    Claim(
        ("A vehicle left with its engine running does not count as parked.", "Motoru çalışır bırakılan araç park etmiş sayılmaz."),
        ("Decides by the engine instead of by the purpose.", "Amaca değil motora bakar."),
        ("What counts is that the vehicle is left standing for longer; the engine does not matter.", "Önemli olan aracın uzunca bekletilmesidir; motorun çalışması bunu değiştirmez."),
    ),
    Claim(
        ("One may park at a bus stop while no bus is there.", "Otobüs yokken otobüs durağına park edilebilir."),
        ("Thinks that a stop is used only while a bus stands there.", "Durağın yalnızca otobüs varken kullanıldığını sanır."),
        ("The stop stays free all the time, so that passengers get on from the pavement.", "Yolcular kaldırımdan binebilsin diye durak her zaman boş tutulur."),
    ),
    Claim(
        ("One may stop in a bend with a poor view if one watches out.", "Dikkat edilirse görüşün yetersiz olduğu dönemeçte duraklanabilir."),
        ("Thinks that one's own care makes up for the poor view of others.", "Kendi dikkatinin başkalarının görüşünün yerini tuttuğunu sanır."),
        ("Those who come round the bend see the vehicle too late, however careful its driver is.", "Dönemeçten çıkanlar, sürücü ne kadar dikkatli olsa da aracı geç görür."),
    ),
    Claim(
        ("One may stop for a short time beside a parked vehicle.", "Park etmiş aracın yol tarafında kısa süre duraklanabilir."),
        ("Takes double parking for a harmless habit.", "İkinci sırada durmayı zararsız bir alışkanlık sanır."),
        ("Standing in a second row blocks a lane and is forbidden.", "İkinci sırada durmak şeridi kapatır ve yasaktır."),
    ),
]  # fmt: skip


@template("drive-manoeuvres-standing-claim", topic="drive-manoeuvres", difficulty=2, seconds=40)
def standing_claim(rng: Random) -> Question:
    about = ("stopping and parking", "Duraklama ve park etme")
    return one_of_claims(rng, about, STANDING_RIGHT, STANDING_WRONG)


DRIVER_RIGHT = [
    Claim(
        ("The seat belt is worn on the rear seats too.", "Emniyet kemeri arka koltukta da takılır."),
        ("Thinks that the front seats protect those behind.", "Ön koltukların arkadakileri koruduğunu sanır."),
        ("In a crash someone without a belt is thrown forward, against those in front as well.", "Çarpışmada kemersiz kişi öne savrulur, öndekilere de çarpar."),
    ),
    Claim(
        ("Someone whose medicine makes them drowsy does not drive.", "Uyku yapan ilaç kullanan kişi araç sürmez."),
        ("Thinks that only alcohol impairs driving.", "Sürüşü yalnızca alkolün bozduğunu sanır."),
        ("Drowsiness slows reactions, whatever it comes from.", "Uyku hâli, neden kaynaklanırsa kaynaklansın tepkiyi yavaşlatır."),
    ),
    Claim(
        ("Alcohol makes reactions slower.", "Alkol tepki süresini uzatır."),
        ("Believes oneself to be quicker and more alert after a drink.", "İçkiden sonra daha hızlı ve dikkatli olduğuna inanır."),
        ("Alcohol slows the brain and makes one misjudge speed and distance.", "Alkol beyni yavaşlatır; hız ve uzaklık yanlış değerlendirilir."),
    ),
    Claim(
        ("Turning the engine off during a long wait keeps the air cleaner.", "Uzun beklemelerde motoru durdurmak havanın daha az kirlenmesini sağlar."),
        ("Thinks that an engine at a standstill makes no fumes.", "Duran aracın motorunun egzoz gazı çıkarmadığını sanır."),
        ("An idling engine burns fuel and pollutes without moving anyone.", "Rölantide çalışan motor, kimseyi taşımadan yakıt yakar ve havayı kirletir."),
    ),
    Claim(
        ("Using the horn needlessly is noise pollution.", "Gereksiz korna çalmak gürültü kirliliğidir."),
        ("Thinks that only fumes pollute the environment.", "Çevreyi yalnızca egzoz gazının kirlettiğini sanır."),
        ("Noise disturbs and makes ill too; the horn is for danger.", "Gürültü de rahatsız eder ve sağlığı bozar; korna tehlike anı içindir."),
    ),
    Claim(
        ("Regular maintenance lowers the harmful gases of a vehicle.", "Düzenli bakım aracın zararlı egzoz gazlarını azaltır."),
        ("Thinks that fumes depend on the fuel alone.", "Egzoz gazının yalnızca yakıta bağlı olduğunu sanır."),
        ("Dirty filters and a badly tuned engine burn fuel incompletely.", "Kirli filtre ve ayarsız motor yakıtı tam yakamaz."),
    ),
]  # fmt: skip
DRIVER_WRONG = [
    Claim(
        ("Coffee takes away the effect of alcohol at once.", "Kahve alkolün etkisini hemen giderir."),
        ("Takes being awake for being sober.", "Uyanık olmayı ayık olmak sanır."),
        ("Only time breaks alcohol down; coffee changes nothing about it.", "Alkolü yalnızca zaman azaltır; kahve bunu değiştirmez."),
    ),
    Claim(
        ("No seat belt is needed on a short way in town.", "Şehir içinde kısa yolda emniyet kemeri gerekmez."),
        ("Thinks that low speeds are harmless.", "Düşük hızın zararsız olduğunu sanır."),
        ("At 50 km/h a crash throws a person forward with many times their weight.", "50 km/h hızda bile çarpışma, kişiyi ağırlığının kat kat üstünde bir kuvvetle öne savurur."),
    ),
    Claim(
        ("A hands-free kit makes sure that a call distracts nobody.", "Eller serbest kiti, telefon görüşmesinin dikkati dağıtmasını tümüyle önler."),
        ("Thinks that only the hands are busy during a call.", "Görüşmede yalnızca ellerin meşgul olduğunu sanır."),
        ("The talk itself draws attention from the road.", "Konuşmanın kendisi dikkati yoldan uzaklaştırır."),
    ),
    Claim(
        ("Used engine oil may be poured onto the ground.", "Kullanılmış motor yağı toprağa dökülebilir."),
        ("Thinks that the ground filters oil.", "Toprağın yağı süzdüğünü sanır."),
        ("Waste oil poisons soil and groundwater; it is handed in where it is collected.", "Atık yağ toprağı ve yer altı suyunu zehirler; toplama noktasına verilir."),
    ),
    Claim(
        ("A child on an adult's lap travels safely.", "Yetişkinin kucağındaki çocuk güvenle yolculuk eder."),
        ("Trusts that arms can hold a child in a crash.", "Çarpışmada kolların çocuğu tutabileceğine güvenir."),
        ("In a crash no one can hold a child; a suitable child seat can.", "Çarpışmada çocuğu kimse tutamaz; uygun çocuk koltuğu tutar."),
    ),
    Claim(
        ("Opening the window keeps a tired driver safely awake.", "Camı açmak, yorgun sürücünün uyumasını kesin olarak önler."),
        ("Trusts in fresh air against tiredness.", "Yorgunluğa karşı temiz havaya güvenir."),
        ("Fresh air helps for moments only; a tired driver stops and rests.", "Temiz hava ancak kısa süre etkiler; yorgun sürücü durup dinlenir."),
    ),
]  # fmt: skip


@template("drive-driver-duties-claim", topic="drive-driver-duties", difficulty=2, seconds=40)
def driver_claim(rng: Random) -> Question:
    about = ("the driver and the environment", "Sürücü ve çevre")
    return one_of_claims(rng, about, DRIVER_RIGHT, DRIVER_WRONG)
