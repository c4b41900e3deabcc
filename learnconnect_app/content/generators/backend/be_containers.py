"""Parametric items of the topic `be-containers`."""

from __future__ import annotations

from random import Random

from learnconnect_app.content.builders import question
from learnconnect_app.content.generators.backend.operation_writing import asked
from learnconnect_app.content.questions import Question
from learnconnect_app.content.templates import template

TOPIC = "be-containers"


@template("be-containers-which-address", topic=TOPIC, difficulty=3, seconds=50)
def which_address(rng: Random) -> Question:
    name = rng.choice(["api", "shop", "menu", "search"])
    other = rng.choice(["worker", "web", "cron"])
    host = rng.choice([8080, 9000, 8001, 3001])
    inside = rng.choice([80, 3000, 5000, 8000])
    from_host = rng.choice([True, False])
    outside_address, inside_address = f"localhost:{host}", f"{name}:{inside}"
    swapped = (
        f"localhost:{inside}",
        "Takes the port inside the container for the one on the host."
        if from_host
        else "Inside a container localhost is that container itself.",
        "Kapsayıcının içindeki portu ana makinenin portu sanır."
        if from_host
        else "Kapsayıcının içinde localhost, o kapsayıcının kendisidir.",
    )
    opposite = (
        (
            inside_address,
            "The name works only between containers of the network.",
            "Bu ad yalnızca ağdaki kapsayıcılar arasında geçerlidir.",
        )
        if from_host
        else (
            outside_address,
            "That address is for the host; in a container localhost is the container itself.",
            "Bu adres ana makine içindir; kapsayıcıda localhost kapsayıcının kendisidir.",
        )
    )
    return question(
        en=f"The service in `{name}` listens on port {inside} inside its container. At which address does "
        + ("a browser **on the host** reach it?" if from_host else f"**`{other}`** reach it?"),
        tr=f"`{name}` içindeki servis, kapsayıcısının içinde {inside} portunu dinliyor. "
        + (
            "**Ana makinedeki** bir tarayıcı ona hangi adresten ulaşır?"
            if from_host
            else f"**`{other}`** kapsayıcısı ona hangi adresten ulaşır?"
        ),
        code=(
            "docker network create inner\n"
            f"docker run -d --name {name} --network inner -p {host}:{inside} {name}-image\n"
            f"docker run -d --name {other} --network inner {other}-image"
        ),
        code_language="bash",
        right=outside_address if from_host else inside_address,
        wrong=[
            opposite,
            swapped,
            (
                f"{name}:{host}",
                "Mixes the name inside the network with the port on the host.",
                "Ağ içindeki adı ana makinenin portuyla karıştırır.",
            ),
        ],
        because_en=(
            f"`-p {host}:{inside}` leads port {host} of the host to port {inside} of the container. "
            "Containers of one network that was created for them reach each other by name and by "
            f"the inner port: `{inside_address}`."
        ),
        because_tr=(
            f"`-p {host}:{inside}`, ana makinenin {host} portunu kapsayıcının {inside} portuna bağlar. "
            "Kullanıcının oluşturduğu aynı ağdaki kapsayıcılar birbirine adla ve içteki portla "
            f"ulaşır: `{inside_address}`."
        ),
    )


@template("be-containers-rebuild-time", topic=TOPIC, difficulty=3, seconds=80)
def rebuild_time(rng: Random) -> Question:
    install, build = rng.choice([40, 55, 60, 75, 90]), rng.choice([8, 12, 15, 20])
    copy = rng.choice([1, 2, 3])
    split = rng.choice([True, True, False])
    steps = (
        [
            ("COPY requirements.txt .", 1),
            ("RUN pip install -r requirements.txt", install),
            ("COPY . .", copy),
            ("RUN python build_pages.py", build),
        ]
        if split
        else [
            ("COPY . .", copy),
            ("RUN pip install -r requirements.txt", install),
            ("RUN python build_pages.py", build),
        ]
    )
    changed = rng.choice(
        ["app.py", "pages.py", "requirements.txt"] if split else ["app.py", "pages.py"]
    )
    first = 2 if split and changed != "requirements.txt" else 0
    times = [seconds for _, seconds in steps]
    right = sum(times[first:])
    width = max(len(line) for line, _ in steps) + 2
    code = "\n".join(
        ["FROM python:3.13-slim", "WORKDIR /app"]
        + [f"{line:<{width}}<- {seconds} s" for line, seconds in steps]
        + ['CMD ["python", "app.py"]']
    )
    cached = sum(times[:first])
    line = steps[first][0]
    return asked(
        stem_en=(
            "Beside each step stands how long it takes when it is not cached; the other lines take no "
            f"time. The image was built just now, then only `{changed}` is edited. "
            "How long does the next `docker build` take?"
        ),
        stem_tr=(
            "Her adımın yanında, önbellekte değilken ne kadar sürdüğü yazıyor; öteki satırlar zaman "
            f"almıyor. İmaj az önce derlendi, sonra yalnızca `{changed}` değiştirildi. "
            "Sıradaki `docker build` ne kadar sürer?"
        ),
        code=code,
        unit=("s", "s"),
        right=right,
        wrong=[
            (
                times[first],
                "Repeats only the step whose file has changed.",
                "Yalnızca dosyası değişen adımı yineler.",
            ),
            (
                sum(times),
                "Thinks that every step is repeated.",
                "Her adımın yinelendiğini sanır.",
            ),
            (
                right - times[first],
                "Leaves out the step that copies the change.",
                "Değişikliği kopyalayan adımı atlar.",
            ),
            (
                install + 1 if first else copy + build,
                "Overlooks which steps come after the change."
                if not first
                else "Adds the steps that are still cached.",
                "Değişiklikten sonra hangi adımların geldiğini gözden kaçırır."
                if not first
                else "Hâlâ önbellekte olan adımları toplar.",
            ),
            (install, "Counts the longest step alone.", "Yalnızca en uzun adımı sayar."),
        ],
        because_en=(
            f"The first step that sees the change is `{line}`. It and **all steps after it** run again: "
            f"{' + '.join(map(str, times[first:]))} = {right} seconds; earlier steps come from the cache."
        ),
        because_tr=(
            f"Değişikliği gören ilk adım `{line}`. O ve **ondan sonraki bütün adımlar** yeniden çalışır: "
            f"{' + '.join(map(str, times[first:]))} = {right} saniye; önceki adımlar önbellekten gelir."
        ),
        computed=f"{sum(times)} - {cached}",
    )
