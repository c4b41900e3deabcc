"""Parametric items of the course `drive-first-aid`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.driving_theory.writing import Claim, one_of_claims
from learnconnect_app.content.questions import Proof, Question
from learnconnect_app.content.templates import template

PRINCIPLES_RIGHT = [
    Claim(
        ("First aid is given at the scene with what is at hand, without medicines.",
         "İlk yardım, olay yerinde eldeki imkânlarla ve ilaç kullanmadan yapılır."),
        ("Thinks that first aid needs medicines or medical devices.",
         "İlk yardım için ilaç ya da tıbbi cihaz gerektiğini sanır."),
        ("First aid uses what is at hand until the medical team comes; medicines belong to the treatment by professionals.",
         "İlk yardım, sağlık ekibi gelene kadar eldeki imkânlarla yapılır; ilaç vermek sağlık görevlilerinin işidir."),
    ),
    Claim(
        ("A first aider looks after their own safety first.",
         "İlk yardımcı önce kendi güvenliğini sağlar."),
        ("Thinks that one has to run to the injured at any risk.",
         "Ne olursa olsun hemen yaralıya koşmak gerektiğini sanır."),
        ("A first aider who gets hurt cannot help anyone and becomes one more casualty.",
         "Kendisi yaralanan ilk yardımcı kimseye yardım edemez, yaralı sayısını artırır."),
    ),
    Claim(
        ("An unconscious person is given nothing by mouth.",
         "Bilinci kapalı kişiye ağızdan hiçbir şey verilmez."),
        ("Thinks that a sip of water helps everyone.",
         "Bir yudum suyun herkese iyi geleceğini sanır."),
        ("Someone unconscious cannot swallow safely: food or drink may block the airway.",
         "Bilinci kapalı kişi güvenle yutamaz; verilen şey solunum yolunu tıkayabilir."),
    ),
    Claim(
        ("As long as there is no danger, the injured are not moved without need.",
         "Tehlike yoksa yaralı gereksiz yere hareket ettirilmez."),
        ("Thinks that an injured person should always be moved away.",
         "Yaralının her durumda başka yere taşınması gerektiğini sanır."),
        ("Moving can worsen an injury, above all of the spine; only danger such as fire makes it necessary.",
         "Hareket ettirmek, özellikle omurga yaralanmasını ağırlaştırabilir; bunu ancak yangın gibi bir tehlike gerekli kılar."),
    ),
    Claim(
        ("The one who calls 112 does not hang up before the operator says so.",
         "112'yi arayan kişi, görevli kapatabileceğini söylemeden telefonu kapatmaz."),
        ("Thinks that a short call with the place is enough.",
         "Yeri söyleyip hemen kapatmanın yeterli olduğunu sanır."),
        ("The operator may need more details and can guide the helper while the team is on its way.",
         "Görevlinin başka bilgilere ihtiyacı olabilir; ekip gelirken ilk yardımcıyı da yönlendirebilir."),
    ),
    Claim(
        ("With several injured, the one whose life is in danger is helped first.",
         "Birden çok yaralı varsa önce hayati tehlikesi olana yardım edilir."),
        ("Thinks that the injured are helped in the order in which they are reached.",
         "Yaralılara rastlanan sıraya göre yardım edildiğini sanır."),
        ("Stopped breathing or heavy bleeding cannot wait; lighter injuries can.",
         "Solunum durması ya da ağır kanama beklemez; hafif yaralanmalar bekleyebilir."),
    ),
]  # fmt: skip
PRINCIPLES_WRONG = [
    Claim(
        ("A first aider gives the injured a painkiller.",
         "İlk yardımcı yaralıya ağrı kesici ilaç verir."),
        ("Thinks that giving medicines is part of first aid.",
         "İlaç vermenin ilk yardıma dahil olduğunu sanır."),
        ("First aid is given without medicines: they can harm, and hide signs that the medical team needs to see.",
         "İlk yardım ilaçsız yapılır: İlaç zarar verebilir ve sağlık ekibinin görmesi gereken belirtileri gizleyebilir."),
    ),
    Claim(
        ("An injured person is pulled out of the vehicle at once even when there is no danger.",
         "Tehlike olmasa bile yaralı hemen araçtan çıkarılır."),
        ("Thinks that getting people out of the vehicle always comes first.",
         "Yaralıyı araçtan çıkarmanın her zaman ilk iş olduğunu sanır."),
        ("Without danger such as fire the injured stay where they are: pulling them out can harm the spine.",
         "Yangın gibi bir tehlike yoksa yaralı yerinde kalır; çekip çıkarmak omurgaya zarar verebilir."),
    ),
    Claim(
        ("The casualty who screams the loudest is always helped first.",
         "En çok bağıran yaralıya her zaman ilk önce yardım edilir."),
        ("Takes loudness for the gravity of an injury.",
         "Bağırmayı yaralanmanın ağırlığı sanır."),
        ("Someone who screams is breathing and conscious; the silent one may be in greater danger.",
         "Bağıran kişinin bilinci açıktır ve nefes alıyordur; sessiz yatan kişi daha büyük tehlikede olabilir."),
    ),
    Claim(
        ("First aid may be given by health professionals only.",
         "İlk yardımı yalnızca sağlık görevlileri yapabilir."),
        ("Confuses first aid with emergency treatment.",
         "İlk yardımı acil tedaviyle karıştırır."),
        ("Emergency treatment is for professionals; first aid is given by anyone trained in it who is there.",
         "Acil tedaviyi sağlık görevlileri yapar; ilk yardımı ise olay yerinde bulunan eğitimli kişiler yapar."),
    ),
    Claim(
        ("112 is called only after all first aid has been finished.",
         "112, ancak bütün ilk yardım işlemleri bittikten sonra aranır."),
        ("Thinks that the call should wait until first aid is over.",
         "Aramanın ilk yardımın bitmesini beklemesi gerektiğini sanır."),
        ("Help is called as early as possible, since the team needs time to arrive.",
         "Ekibin gelmesi zaman alır; bu yüzden yardım olabildiğince erken çağrılır."),
    ),
    Claim(
        ("Someone who has fainted is made to drink water to wake up.",
         "Bayılan kişiye kendine gelmesi için su içirilir."),
        ("Thinks that water brings an unconscious person round.",
         "Suyun bilinci kapalı kişiyi ayıltacağını sanır."),
        ("Water can run into the airway of an unconscious person; nothing is given by mouth.",
         "Su, bilinci kapalı kişinin solunum yoluna kaçabilir; ağızdan hiçbir şey verilmez."),
    ),
]  # fmt: skip
BLEEDING_RIGHT = [
    Claim(
        ("A person in shock is covered to keep warm.", "Şoktaki kişinin üzeri örtülerek sıcak tutulur."),
        ("Thinks that a person in shock should be cooled.", "Şoktaki kişinin serinletilmesi gerektiğini sanır."),
        ("The skin of a person in shock is cold; losing more heat makes shock worse.",
         "Şoktaki kişinin cildi soğuktur; daha çok ısı kaybetmek şoku ağırlaştırır."),
    ),
    Claim(
        ("A person in shock is given nothing to eat or drink.", "Şoktaki kişiye yiyecek ve içecek verilmez."),
        ("Thinks that a drink makes up for the lost blood.", "İçeceğin kaybedilen kanın yerini tutacağını sanır."),
        ("Someone in shock may vomit or lose consciousness, and may need an operation.",
         "Şoktaki kişi kusabilir, bilincini kaybedebilir ve ameliyata alınması gerekebilir."),
    ),
    Claim(
        ("A bleeding wound is pressed with a clean cloth.", "Kanayan yaranın üzerine temiz bir bezle bastırılır."),
        ("Thinks that touching the wound makes it bleed more.", "Yaraya bastırmanın kanamayı artıracağını sanır."),
        ("Direct pressure closes the vessels and is the first way to stop bleeding.",
         "Doğrudan bası damarları kapatır; kanamayı durdurmanın ilk yoludur."),
    ),
    Claim(
        ("In arterial bleeding the blood spurts with the heartbeat.", "Atardamar kanamasında kan kesik kesik fışkırır."),
        ("Expects blood of an artery to ooze slowly.", "Atardamar kanının yavaşça sızmasını bekler."),
        ("The pressure in an artery rises with every heartbeat, so the blood spurts.",
         "Atardamardaki basınç her kalp atımında yükselir; bu yüzden kan fışkırır."),
    ),
    Claim(
        ("In internal bleeding there may be no blood to be seen.", "İç kanamada dışarıda hiç kan görülmeyebilir."),
        ("Thinks that every bleeding can be seen.", "Her kanamanın dışarıdan görüldüğünü sanır."),
        ("The blood collects inside the body; pale, cold and moist skin and a fast weak pulse give it away.",
         "Kan vücudun içinde toplanır; soluk, soğuk, nemli cilt ile hızlı, zayıf nabız ele verir."),
    ),
    Claim(
        ("A first aider wears gloves against contact with blood.", "İlk yardımcı kanla temas etmemek için eldiven giyer."),
        ("Thinks that only the injured need protection.", "Yalnızca yaralının korunması gerektiğini sanır."),
        ("Diseases can pass by blood, so gloves protect both people.",
         "Kanla hastalık bulaşabilir; eldiven iki kişiyi de korur."),
    ),
]  # fmt: skip
BLEEDING_WRONG = [
    Claim(
        ("With a nosebleed the head is bent far back.", "Burun kanamasında baş iyice geriye atılır."),
        ("Thinks that bending back stops the bleeding.", "Başı geriye atmanın kanamayı durduracağını sanır."),
        ("Bent back, the blood runs into the throat; the head is bent slightly forward and the nostrils are pinched.",
         "Baş geriye atılırsa kan boğaza akar; baş hafifçe öne eğilir ve burun kanatları sıkılır."),
    ),
    Claim(
        ("An object stuck in a wound is pulled out at once.", "Yaraya saplanan cisim hemen çıkarılır."),
        ("Thinks that the object has to go before the wound is dressed.", "Yarayı sarmak için cismin çıkması gerektiğini sanır."),
        ("The object presses on the vessels; pulling it out can start heavy bleeding. It is held still.",
         "Cisim damarlara baskı yapar; çıkarmak ağır kanama başlatabilir. Cisim yerinde sabitlenir."),
    ),
    Claim(
        ("A first cloth that is soaked with blood is taken off and thrown away.", "Kanla ıslanan ilk bez yaradan kaldırılıp atılır."),
        ("Thinks that a soaked cloth must be replaced.", "Islanan bezin değiştirilmesi gerektiğini sanır."),
        ("Taking it off tears away the clot; a second cloth is put on top.",
         "Bezi kaldırmak pıhtıyı bozar; üzerine ikinci bir bez konur."),
    ),
    Claim(
        ("A tourniquet is the first choice in every bleeding.", "Turnike her kanamada ilk seçenektir."),
        ("Takes the last resort for the usual way.", "En son başvurulacak yolu olağan yol sanır."),
        ("Most bleedings stop by direct pressure; a tourniquet is for a limb with life-threatening bleeding.",
         "Kanamaların çoğu doğrudan basıyla durur; turnike, kol ve bacaktaki hayatı tehdit eden kanama içindir."),
    ),
    Claim(
        ("A person in shock is made to stand up and walk about.", "Şoktaki kişi ayağa kaldırılıp yürütülür."),
        ("Thinks that moving gets the circulation going.", "Yürümenin dolaşımı düzelteceğini sanır."),
        ("Standing takes even more blood from the brain; a person in shock lies down.",
         "Ayakta durmak beyne giden kanı daha da azaltır; şoktaki kişi yatırılır."),
    ),
    Claim(
        ("In venous bleeding the blood is bright red and spurts.", "Toplardamar kanamasında kan açık kırmızıdır ve fışkırır."),
        ("Mixes up veins and arteries.", "Toplardamar ile atardamarı karıştırır."),
        ("Blood from a vein is dark red and flows steadily; blood from an artery is bright red and spurts.",
         "Toplardamar kanı koyu kırmızıdır ve sürekli akar; açık kırmızı olup fışkıran, atardamar kanıdır."),
    ),
]  # fmt: skip
INJURIES_RIGHT = [
    Claim(
        ("Clothes that stick to a burn are not torn off.", "Yanığa yapışmış giysi zorla çıkarılmaz."),
        ("Thinks that a burn has to be laid bare in any case.", "Yanığın her durumda açılması gerektiğini sanır."),
        ("Tearing off cloth that sticks takes skin with it; one cuts around it.",
         "Yapışan giysi çekilirse deri de kopar; giysinin çevresi kesilir."),
    ),
    Claim(
        ("Rings and watches near a burn come off before the swelling.", "Yanık bölgesindeki yüzük ve saat, şişme başlamadan çıkarılır."),
        ("Thinks that nothing near a burn may be touched.", "Yanığın yakınındaki hiçbir şeye dokunulmayacağını sanır."),
        ("A burnt part swells; a ring would then cut off the blood.",
         "Yanan bölge şişer; yüzük o zaman kan dolaşımını keser."),
    ),
    Claim(
        ("A broken limb is kept from moving.", "Kırık olan kol ya da bacak hareketsiz hâle getirilir."),
        ("Thinks that moving shows whether it is broken.", "Hareket ettirerek kırığın anlaşılacağını sanır."),
        ("Ends of bone that move can hurt vessels and nerves.", "Oynayan kemik uçları damar ve sinirlere zarar verebilir."),
    ),
    Claim(
        ("A sprained joint is cooled and rested.", "Burkulan ekleme soğuk uygulanır ve eklem dinlendirilir."),
        ("Thinks that warmth and movement help at once.", "Hemen sıcağın ve hareketin iyi geleceğini sanır."),
        ("Cold and rest keep the swelling and the pain down.", "Soğuk ve dinlenme, şişliği ve ağrıyı azaltır."),
    ),
    Claim(
        ("With a suspected injury of the spine, head, neck and trunk are kept in line.",
         "Omurga yaralanması şüphesinde baş, boyun ve gövde aynı eksende tutulur."),
        ("Overlooks that the neck is part of the spine.", "Boynun da omurganın parçası olduğunu gözden kaçırır."),
        ("Bending or turning can hurt the spinal cord and paralyse.", "Eğmek ya da döndürmek omuriliğe zarar verip felce yol açabilir."),
    ),
    Claim(
        ("A severed finger is carried cold in a watertight bag, not directly on ice.",
         "Kopan parmak su geçirmez torbada soğuk taşınır, doğrudan buza konmaz."),
        ("Thinks that the colder the part, the better.", "Parça ne kadar soğuk olursa o kadar iyi olacağını sanır."),
        ("Touching ice freezes the tissue; the bag with the part is put into another one with ice and water.",
         "Buza değen doku donar; parçanın torbası, içinde buz ve su olan ikinci bir torbaya konur."),
    ),
]  # fmt: skip
INJURIES_WRONG = [
    Claim(
        ("Toothpaste or yoghurt is put on a burn.", "Yanığa diş macunu ya da yoğurt sürülür."),
        ("Trusts a home remedy that feels cool.", "Serinlik veren ev yöntemlerine güvenir."),
        ("Such things hold the heat and can infect the burn; clean cool water is right.",
         "Bunlar ısıyı içeride tutar ve mikrop bulaştırabilir; doğrusu temiz ve serin sudur."),
    ),
    Claim(
        ("Blisters on a burn are burst.", "Yanıkta oluşan su kabarcıkları patlatılır."),
        ("Thinks that the fluid must come out for healing.", "İyileşme için sıvının akıtılması gerektiğini sanır."),
        ("A whole blister keeps germs out.", "Sağlam kabarcık mikropların girmesini önler."),
    ),
    Claim(
        ("A first aider pushes a broken bone back into place.", "İlk yardımcı kırık kemiği yerine oturtur."),
        ("Thinks that a straight limb heals by itself.", "Düzeltilen kolun kendiliğinden iyileşeceğini sanır."),
        ("That is done by doctors; the first aider keeps the part still as it is.",
         "Bunu doktor yapar; ilk yardımcı bölgeyi olduğu gibi hareketsiz tutar."),
    ),
    Claim(
        ("Someone who has swallowed petrol is made to vomit.", "Benzin yutan kişi kusturulur."),
        ("Thinks that every poison has to come out the way it went in.", "Her zehrin girdiği yoldan çıkması gerektiğini sanır."),
        ("Vomited petrol can get into the lungs; 112 is called and nothing else is given.",
         "Kusulan benzin akciğerlere kaçabilir; 112 aranır ve ağızdan başka bir şey verilmez."),
    ),
    Claim(
        ("A sprained joint is rubbed with hot water at once.", "Burkulan eklem hemen sıcak suyla ovulur."),
        ("Thinks that heat takes the swelling away.", "Sıcağın şişliği indireceğini sanır."),
        ("Heat and rubbing make it swell and bleed more; cold is right.", "Sıcak ve ovma, şişliği ve iç kanamayı artırır; doğrusu soğuktur."),
    ),
    Claim(
        ("A first aider puts a dislocated joint back in place.", "Çıkan eklemi ilk yardımcı yerine takar."),
        ("Thinks that it has to be quick, whoever does it.", "Kim yaparsa yapsın hemen takılması gerektiğini sanır."),
        ("Trying it can tear vessels and nerves; the joint is kept still as it was found.",
         "Denemek damar ve sinirleri yırtabilir; eklem bulunduğu gibi hareketsiz tutulur."),
    ),
]  # fmt: skip


@template("drive-aid-principles-claim", topic="drive-aid-principles", difficulty=2, seconds=40)
def principles_claim(rng: Random) -> Question:
    about = ("first aid", "İlk yardım")
    return one_of_claims(rng, about, PRINCIPLES_RIGHT, PRINCIPLES_WRONG)


@template("drive-aid-bleeding-claim", topic="drive-aid-bleeding", difficulty=2, seconds=40)
def bleeding_claim(rng: Random) -> Question:
    about = ("bleeding and shock", "Kanama ve şok")
    return one_of_claims(rng, about, BLEEDING_RIGHT, BLEEDING_WRONG)


@template("drive-aid-injuries-claim", topic="drive-aid-injuries", difficulty=3, seconds=45)
def injuries_claim(rng: Random) -> Question:
    about = (
        "first aid for burns, fractures and poisoning",
        "Yanık, kırık ve zehirlenmede ilk yardım",
    )
    return one_of_claims(rng, about, INJURIES_RIGHT, INJURIES_WRONG)


@template("drive-aid-cpr-cycles", topic="drive-aid-cpr", difficulty=2, seconds=40)
def cpr_cycles(rng: Random) -> Question:
    cycles = rng.randint(3, 12)
    asks_breaths = rng.random() < 0.4
    pressed, given = 30 * cycles, 2 * cycles
    if asks_breaths:
        right, each, thing_en, thing_tr = given, 2, "rescue breaths", "kurtarıcı soluk"
        wrong = [
            (pressed, "Counts the compressions.", "Kalp basılarını sayar."),
            (cycles, "Gives one breath a cycle.", "Her turda bir soluk verir."),
            (15 * cycles, "Mixes up the numbers of the cycle.", "Turdaki sayıları karıştırır."),
        ]
    else:
        right, each, thing_en, thing_tr = pressed, 30, "chest compressions", "kalp basısı"
        wrong = [
            (15 * cycles, "Gives only 15 compressions a cycle.", "Her turda yalnızca 15 bası yapar."),
            (given, "Counts the breaths.", "Solukları sayar."),
            (32 * cycles, "Counts the breaths as well.", "Solukları da basılara ekler."),
        ]  # fmt: skip
    return question(
        en=f"A first aider gives an adult {cycles} full cycles of basic life support. How many {thing_en} is that?",
        tr=f"Bir ilk yardımcı yetişkin birine {cycles} tam tur temel yaşam desteği uyguluyor. Toplam kaç {thing_tr} eder?",
        right=right,
        wrong=wrong,
        because_en=f"A cycle for an adult is 30 compressions and 2 breaths: ${cycles} \\times {each} = {right}$.",
        because_tr=f"Yetişkinde bir tur 30 kalp basısı ve 2 soluktur: ${cycles} \\times {each} = {right}$.",
        proof=Proof(run="compute", expression=f"sum([{each}] * {cycles})"),
    )


@template("drive-aid-cpr-tempo", topic="drive-aid-cpr", difficulty=3, seconds=55)
def cpr_tempo(rng: Random) -> Question:
    rate, other = rng.choice([(100, 120), (120, 100)])
    count = 30 * rng.randint(2, 9)
    seconds = count * 60 // rate
    return question(
        en=f"At a steady {rate} chest compressions a minute, how long do {count} compressions take? (Breaths are not counted.)",
        tr=f"Dakikada {rate} kalp basısı hızıyla {count} bası kaç saniye sürer? (Soluklar hesaba katılmayacak.)",
        right=f"{seconds} s",
        wrong=[
            (f"{count} s", "Takes one second for each compression.", "Her bası için bir saniye sayar."),
            (f"{count * 60 // other} s", f"Computes with {other} a minute.", f"Dakikada {other} bası ile hesaplar."),
            (f"{count * rate // 60} s", "Multiplies by the rate where one divides.", "Hıza böleceği yerde hızla çarpar."),
        ],
        because_en=f"{rate} compressions take 60 s, so {count} take $\\frac{{{count} \\times 60}}{{{rate}}} = {seconds}$ s.",
        because_tr=f"{rate} bası 60 s sürer; {count} bası $\\frac{{{count} \\times 60}}{{{rate}}} = {seconds}$ s sürer.",
        proof=Proof(run="compute", expression=f"solve(x * Rational({rate}, 60) - {count}, x)[0]"),
    )  # fmt: skip
