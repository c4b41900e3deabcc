"""Parametric items of the topic `git-basics`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "git-basics"


@template("git-basics-what-is-committed", topic=TOPIC, difficulty=3, seconds=70)
def what_is_committed(rng: Random) -> Question:
    file = rng.choice(["notes.txt", "menu.txt", "plan.txt", "names.txt"])
    words = rng.sample(["red", "blue", "green", "black", "white", "pink", "gold"], 4)
    steps = rng.choice(["EAEC", "EAEAC", "EACE", "EAECAE", "EAERC", "EACEM", "EAEMA"])
    on_disk, staged, committed = words[0], words[0], words[0]
    edits = 0
    lines = []
    for step in steps:
        if step == "E":
            edits += 1
            on_disk = words[edits]
            lines.append(f'echo "{on_disk}" > {file}')
        elif step == "A":
            staged = on_disk
            lines.append(f"git add {file}")
        elif step == "C":
            committed = staged
            lines.append('git commit -m "Change colour"')
        elif step == "R":
            on_disk = staged
            lines.append(f"git restore {file}")
        else:
            on_disk = staged = committed
            lines.append("git reset --hard HEAD")
    asked = rng.choice(["commit", "commit", "disk"])
    right = committed if asked == "commit" else on_disk
    lines.append(f"git show HEAD:{file}" if asked == "commit" else f"cat {file}")
    says = {
        on_disk: ("Takes what the file on the disk holds.", "Diskteki dosyanın içeriğini alır."),
        staged: ("Takes what is staged at the end.", "En sonda hazırlanmış olanı alır."),
        committed: ("Takes what the last commit holds.", "Son commit'in içeriğini alır."),
    }
    wrong = [(value, *says[value]) for value in (on_disk, staged, committed) if value != right]
    wrong += [
        (
            words[0],
            "Thinks that nothing has replaced the first content.",
            "İlk içeriğin yerine bir şey geçmediğini sanır.",
        ),
        (
            words[edits],
            "Takes the newest edit, whatever happened to it.",
            "Ne olduğuna bakmadan en son düzenlemeyi alır.",
        ),
        (
            words[1],
            "Takes the first edit, whatever came later.",
            "Sonrasına bakmadan ilk düzenlemeyi alır.",
        ),
    ]
    spare = [
        (
            word,
            "Loses track of which edit was staged and committed.",
            "Hangi düzenlemenin hazırlanıp commit edildiğini karıştırır.",
        )
        for word in words[1 : edits + 1]
    ]
    return question(
        en=f'The last commit holds `{file}` with the word "{words[0]}", and nothing has been changed since. What does the last command of this sequence print?',
        tr=f'Son commit\'te `{file}` dosyasında "{words[0]}" yazıyor ve o zamandan beri bir şey değişmedi. Bu dizideki son komut ne yazdırır?',
        code_language="bash",
        code="\n".join(lines),
        right=right,
        wrong=wrong,
        spare=[
            *spare,
            (
                f"{words[0]} {words[1]}",
                "Thinks that > adds to the file.",
                "> işaretinin dosyaya ekleme yaptığını sanır.",
            ),
            (
                "error",
                "Thinks that the command does not work in this state.",
                "Komutun bu durumda çalışmayacağını sanır.",
            ),
        ],
        because_en=(
            f'`git add` stages what the file holds at that moment, and a commit takes what is staged: here "{committed}".'
            if asked == "commit"
            else f'The last command reads the file on the disk, which holds "{on_disk}" at the end.'
        )
        + (" `git restore` brings the staged content back to the disk." if "R" in steps else "")
        + (
            " `git reset --hard HEAD` sets staging area and disk to the last commit."
            if "M" in steps
            else ""
        ),
        because_tr=(
            f'`git add` dosyanın o anki içeriğini hazırlar, commit de hazırlanmış olanı alır: burada "{committed}".'
            if asked == "commit"
            else f'Son komut diskteki dosyayı okur; sonunda orada "{on_disk}" yazar.'
        )
        + (" `git restore`, hazırlanmış içeriği diske geri getirir." if "R" in steps else "")
        + (
            " `git reset --hard HEAD`, hazırlık alanını ve diski son commit'e döndürür."
            if "M" in steps
            else ""
        ),
    )


@template("git-basics-count-commits", topic=TOPIC, difficulty=4, seconds=90)
def count_commits(rng: Random) -> Question:
    base, own = rng.randint(2, 5), rng.randint(2, 4)
    way = rng.choice(["merge", "merge", "no-ff", "squash", "rebase"])
    newer = rng.choice([0, 0, 1, 2]) if way == "merge" else rng.randint(1, 2)
    if way == "no-ff":
        newer = rng.choice([0, 1, 2])
    commands = {
        "merge": "git switch main\ngit merge menu",
        "no-ff": "git switch main\ngit merge --no-ff menu",
        "squash": 'git switch main\ngit merge --squash menu\ngit commit -m "Add menu"',
        "rebase": "git switch menu\ngit rebase main\ngit switch main\ngit merge menu",
    }[way]
    extra = 1 if way == "no-ff" or (way == "merge" and newer) else 0
    right = base + newer + (1 if way == "squash" else own + extra)
    straight = base + newer + own
    why = {
        "merge": (
            "`main` has newer commits of its own, so the merge makes a commit with two parents."
            if newer
            else "`main` has nothing new, so it is fast-forwarded: no merge commit arises.",
            "`main`'in de dal açıldıktan sonra yapılmış commit'leri var; birleştirme iki ebeveynli bir commit oluşturur."
            if newer
            else "`main`'de yeni bir şey yok, bu yüzden fast-forward yapılır: birleştirme commit'i oluşmaz.",
        ),
        "no-ff": (
            "`--no-ff` makes a merge commit in every case.",
            "`--no-ff` her durumda bir birleştirme commit'i oluşturur.",
        ),
        "squash": (
            f"`--squash` stages the changes of all {own} commits, and one ordinary commit holds them; the {own} commits themselves are not in `main`.",
            f"`--squash`, {own} commit'in değişikliklerini hazırlar ve bunlar tek bir olağan commit'e girer; {own} commit'in kendisi `main`'de yoktur.",
        ),
        "rebase": (
            "After the rebase `menu` stands on top of `main`, so the merge is a fast-forward without a merge commit.",
            "Rebase'den sonra `menu`, `main`'in üstündedir; birleştirme, birleştirme commit'i olmadan fast-forward olur.",
        ),
    }[way]
    parts = [str(base), *([str(newer)] if newer else [])]
    parts += ["1"] if way == "squash" else [str(own), *(["1"] if extra else [])]
    on_main_en = {0: "Nothing has been committed on `main` since it was made."}.get(
        newer,
        f"On `main`, {newer} more commit{'s' if newer > 1 else ''} followed after it was made.",
    )
    on_main_tr = {0: "Dal açıldıktan sonra `main`'de commit yapılmadı."}.get(
        newer, f"Dal açıldıktan sonra `main`'de {newer} commit daha yapıldı."
    )
    return question(
        en=f"`main` had {base} commits in a straight line when the branch `menu` was made from it. On `menu`, {own} commits followed. {on_main_en} The branches changed different files; Git has its default settings. Which number does the last command print?",
        tr=f"`menu` dalı açıldığında `main`'de düz bir çizgi hâlinde {base} commit vardı. `menu`'de {own} commit yapıldı. {on_main_tr} Dallar farklı dosyaları değiştirdi; Git varsayılan ayarlarda. Son komut hangi sayıyı yazdırır?",
        code_language="bash",
        code=f"{commands}\ngit rev-list --count main",
        right=right,
        wrong=[
            (
                straight if right != straight else straight + 1,
                "Leaves out what the merge itself does to the history."
                if right != straight
                else "Counts a merge commit where none arises.",
                "Birleştirmenin geçmişe kendi etkisini hesaba katmaz."
                if right != straight
                else "Oluşmayan bir birleştirme commit'ini sayar.",
            ),
            (
                base + newer + 1,
                "Thinks that a merge brings one commit only.",
                "Birleştirmenin tek bir commit getirdiğini sanır.",
            ),
            (
                base + newer,
                "Thinks that the commits of the branch stay on the branch.",
                "Dalın commit'lerinin dalda kaldığını sanır.",
            ),
            (
                base + own,
                "Forgets the commits made on main meanwhile.",
                "Bu sırada main'de yapılan commit'leri unutur.",
            ),
        ],
        spare=[
            (
                straight + 1,
                "Counts a merge commit where none arises.",
                "Oluşmayan bir birleştirme commit'ini sayar.",
            ),
            (
                own,
                "Counts the commits of the branch only.",
                "Yalnızca dalın commit'lerini sayar.",
            ),
            (
                base + newer + 2 * own,
                "Counts the commits of the branch twice.",
                "Dalın commit'lerini iki kez sayar.",
            ),
        ],
        because_en=f"{why[0]} Together: {' + '.join(parts)} = {right}.",
        because_tr=f"{why[1]} Toplam: {' + '.join(parts)} = {right}.",
    )
