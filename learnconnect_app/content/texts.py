"""Texts of content, in one language or several."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Filled = Annotated[str, StringConstraints(min_length=1)]
Language = Literal["en", "tr"]


def _turkish_when_plain(value: Any) -> Any:
    return {"tr": value} if isinstance(value, str) else value


Text = Annotated[dict[Language, Filled], BeforeValidator(_turkish_when_plain)]
"""``{"en": ..., "tr": ...}``; a plain string is Turkish, for the content of Turkish exams."""

AnyText = dict[Language, Filled] | Filled
"""As ``Text``, but a plain string is the same in every language: code, a number, an output."""

ICONS = (
    *("blocks", "layers", "wrench", "shapes", "code-xml", "database", "server", "braces", "sigma"),
    *("chart-column", "chart-pie", "palette", "panels-top-left", "component", "plug", "cloud"),
    *("zap", "bug", "brain-circuit", "infinity", "book-open", "calculator", "triangle"),
    *("landmark", "globe", "lightbulb", "moon-star", "magnet", "atom", "flask-conical", "dna"),
    *("feather", "languages", "graduation-cap", "timer", "flag", "mountain", "rotate-ccw"),
    "sparkles",
)
"""Names of the lucide icons in `assets/icons.svg`, which `devtools.icons` writes."""


def _known_icon(name: str) -> str:
    if name not in ICONS:
        raise ValueError(f"the icon {name!r} is not one of: {', '.join(ICONS)}")
    return name


Icon = Annotated[str, AfterValidator(_known_icon)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def localized(text: AnyText, language: Language) -> str:
    """The text in ``language``; a plain string, and a text of one language, is the same in all."""
    if isinstance(text, str):
        return text
    return text.get(language) or next(iter(text.values()))
