"""Parametric items of the topic `html-metadata`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "html-metadata"

PAGES = [
    (
        "Bread for beginners",
        "Bake your first loaf",
        "Flour, water, salt: three steps.",
        "A warm loaf in two hours",
    ),
    (
        "Spring fair 2027",
        "Meet us in the park",
        "Stalls, music and games in May.",
        "Come to the spring fair",
    ),
    (
        "Night sky guide",
        "What you see tonight",
        "Planets and stars, week by week.",
        "The sky above your town",
    ),
    ("Bike repair", "Fix a flat tyre", "Tools and steps with photos.", "Ride again in ten minutes"),
    (
        "Chess club",
        "Play every Friday",
        "Lessons and games for all ages.",
        "Your move: join the club",
    ),
    (
        "Language café",
        "Talk and learn",
        "Speak with people of twelve nations.",
        "One table, twelve languages",
    ),
]
PLACES = [
    (
        "title",
        "in the **tab** of the browser",
        "tarayıcının **sekmesinde**",
    ),
    (
        "h1",
        "as the large heading **on the page**",
        "**sayfanın üzerinde** büyük başlık olarak",
    ),
    (
        "og:title",
        "as the headline of the **preview** when the link is shared on a site that reads Open Graph",
        "Open Graph okuyan bir sitede bağlantı paylaşılınca **önizlemenin başlığı** olarak",
    ),
    (
        "description",
        "as a proposal for the text **below the headline** of a search result",
        "arama sonucunda **başlığın altındaki metin** için öneri olarak",
    ),
]
ROLES = {
    "title": (
        "Takes `title`, which names the page in tabs, bookmarks and results.",
        "Sekmede, yer imlerinde ve sonuçlarda sayfayı adlandıran `title`'ı alır.",
    ),
    "h1": (
        "Takes `h1`, the heading that stands on the page itself.",
        "Sayfanın kendisinde duran `h1` başlığını alır.",
    ),
    "og:title": (
        "Takes `og:title`, which is meant for shared links.",
        "Paylaşılan bağlantılar için olan `og:title`'ı alır.",
    ),
    "description": (
        "Takes the description, meant for the text of a search result.",
        "Arama sonucunun metni için olan açıklamayı alır.",
    ),
}


@template("html-metadata-where-it-shows", topic=TOPIC, difficulty=2, seconds=45)
def where_it_shows(rng: Random) -> Question:
    texts = dict(zip(["title", "h1", "description", "og:title"], rng.choice(PAGES), strict=True))
    place, en, tr = rng.choice(PLACES)
    lines = [
        f"<title>{texts['title']}</title>",
        f'<meta name="description" content="{texts["description"]}">',
        f'<meta property="og:title" content="{texts["og:title"]}">',
    ]
    rng.shuffle(lines)
    head = "\n".join(f"  {line}" for line in lines)
    shown = texts[place].rstrip(".")
    name = place if place != "description" else 'meta name="description"'
    return question(
        en=f"Which text is used {en}?",
        tr=f"Hangi metin {tr} kullanılır?",
        code=f"<head>\n{head}\n</head>\n<body>\n  <h1>{texts['h1']}</h1>\n</body>",
        code_language="html",
        right=texts[place],
        wrong=[(texts[each], *ROLES[each]) for each in texts if each != place],
        because_en=f'That is the work of `{name}`, here "{shown}". Each of the four texts has its own place and may differ from the others.',
        because_tr=f'Bu iş için `{name}` vardır, burada: "{shown}". Dört metnin her birinin kendi yeri vardır ve birbirinden farklı olabilir.',
    )


WORDS = ["Olive", "Robot", "Piano", "Safari", "Tango", "Sauna", "Pizza", "Opera"]
LANGUAGES = ["en", "tr", "de", "fr"]


@template("html-metadata-nearest-lang", topic=TOPIC, difficulty=2, seconds=40)
def nearest_lang(rng: Random) -> Question:
    page, article, quote, other = rng.sample(LANGUAGES, 4)
    words = rng.sample(WORDS, 4)
    article_lang = f' lang="{article}"' if rng.random() < 0.6 else ""
    quote_lang = f' lang="{quote}"' if rng.random() < 0.7 else ""
    of_article = article if article_lang else page
    of_quote = quote if quote_lang else of_article
    languages = [of_article, of_quote, other, page]
    place = rng.choice([0, 1, 1, 3] if article_lang or quote_lang else [0, 1])
    target, right = words[place], languages[place]
    code = (
        f'<html lang="{page}">\n…\n<article{article_lang}>\n  <p>{words[0]}</p>\n'
        f"  <blockquote{quote_lang}>\n    <p>{words[1]}</p>\n"
        f'    <p lang="{other}">{words[2]}</p>\n  </blockquote>\n</article>\n<p>{words[3]}</p>\n…\n</html>'
    )
    wrong = [
        (page, "Always takes the language of the page.", "Her zaman sayfanın dilini alır."),
        (
            other,
            "Takes the language of a neighbour, which holds only inside it.",
            "Yalnızca kendi içinde geçerli olan komşu öğenin dilini alır.",
        ),
        (
            of_article,
            "Takes the `lang` of the article although it does not hold there.",
            "Orada geçerli olmadığı hâlde `article`'ın `lang` değerini alır.",
        ),
        (
            of_quote,
            "Takes the `lang` of an element that does not hold the word.",
            "Sözcüğü içermeyen bir öğenin `lang` değerini alır.",
        ),
    ]
    spare = [
        (
            each,
            "Takes a language that is declared nowhere above the word.",
            "Sözcüğün üstündeki hiçbir öğede yazmayan bir dili alır.",
        )
        for each in LANGUAGES
    ]
    return question(
        en=f'Which language does the word "{target}" have for the browser?',
        tr=f'Tarayıcı için "{target}" sözcüğünün dili hangisidir?',
        code=code,
        code_language="html",
        right=f"`{right}`",
        wrong=[(f"`{text}`", *mistake) for text, *mistake in wrong],
        spare=[(f"`{text}`", *mistake) for text, *mistake in spare],
        because_en=f'Going from the word outwards, the first element with a `lang` attribute decides. For "{target}" that is `lang="{right}"`.',
        because_tr=f'Sözcükten dışarı doğru gidince `lang` özniteliği olan ilk öğe belirleyicidir. "{target}" için bu `lang="{right}"`.',
    )


RULES = [None, "nofollow", "index, nofollow", "nosnippet", "all", "index, follow"]
EXCLUDING = ["noindex", "none", "noindex, follow", "noindex, nofollow"]
PATHS = ["/", "/about", "/basket", "/login", "/news", "/print", "/search", "/team", "/thanks"]


@template("html-metadata-listed-pages", topic=TOPIC, difficulty=4, seconds=60)
def listed_pages(rng: Random) -> Question:
    excluded = ["none", *rng.sample([e for e in EXCLUDING if e != "none"], rng.randint(1, 2))]
    if rng.random() < 0.3:
        excluded = excluded[1:]
    allowed = [
        "nofollow",
        *rng.sample([e for e in RULES if e != "nofollow"], 4 - len(excluded) // 2),
    ]
    rules: list[str | None] = [*excluded, *allowed]
    rng.shuffle(rules)
    paths = sorted(rng.sample(PATHS, len(rules)))
    lines = []
    for path, rule in zip(paths, rules, strict=True):
        tag = f'<meta name="robots" content="{rule}">' if rule else "<!-- no robots tag -->"
        lines.append(f"<!-- {path} -->\n{tag}")
    right = len(allowed)
    without_tag = rules.count(None)
    only_noindex = sum(rule is None or "noindex" not in rule for rule in rules)
    no_nofollow = sum(rule is None or not rule.startswith("no") for rule in rules)
    listed = sum(rule is not None and rule.startswith(("index", "all")) for rule in rules)
    return question(
        en=f"Each comment names a page, and its tag follows. A search engine may read all {len(rules)} pages and obeys the tags. How many of the pages may appear in its results?",
        tr=f"Her yorum bir sayfayı adlandırıyor, ardından etiketi geliyor. Bir arama motoru {len(rules)} sayfanın hepsini okuyabiliyor ve etiketlere uyuyor. Bu sayfalardan kaçı sonuçlarda görünebilir?",
        code="\n".join(lines),
        code_language="html",
        right=right,
        wrong=[
            (
                no_nofollow,
                'Takes every value that begins with "no" for a ban.',
                '"no" ile başlayan her değeri yasak sanır.',
            ),
            (
                only_noindex,
                "Overlooks that `none` means `noindex, nofollow`.",
                "`none` değerinin `noindex, nofollow` demek olduğunu bilmez.",
            ),
            (
                listed,
                "Counts only pages that ask to be listed.",
                "Yalnızca listelenmeyi isteyen sayfaları sayar.",
            ),
            (
                len(rules) - right,
                "Counts the pages that are kept out.",
                "Dışarıda tutulan sayfaları sayar.",
            ),
        ],
        spare=[
            (
                right - without_tag,
                "Thinks that a page without the tag is kept out.",
                "Etiketi olmayan sayfanın dışarıda kaldığını sanır.",
            ),
            (
                right - 1,
                "Keeps one page too many out.",
                "Bir sayfayı gereksiz yere dışarıda bırakır.",
            ),
            (right + 1, "Lets in one page too many.", "Bir sayfayı fazladan içeri alır."),
            (right + 2, "Lets in two pages too many.", "İki sayfayı fazladan içeri alır."),
        ],
        because_en=f"Only `noindex` and `none` (= `noindex, nofollow`) keep a page out; that is {len(rules) - right} of {len(rules)}. `nofollow` is about links, `nosnippet` about the short text, and without a tag everything is allowed.",
        because_tr=f"Sayfayı yalnızca `noindex` ve `none` (= `noindex, nofollow`) dışarıda tutar; bu {len(rules)} sayfadan {len(rules) - right} tanesidir. `nofollow` bağlantılarla, `nosnippet` kısa metinle ilgilidir; etiket yoksa her şeye izin vardır.",
    )
