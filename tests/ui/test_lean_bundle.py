"""Our part of the build refuses what it would silently get wrong."""

from __future__ import annotations

import pytest

from learnconnect_app.devtools.page_weights import CLIENT
from learnconnect_app.ui.build_plugin import nested_styles, with_lean_bundle
from tests.ui.test_budgets import build

__all__ = ["build"]

CONFIG = "export default defineConfig((config) => ({\n  plugins: [\n    {plugin}\n  ],\n}));\n"


def test_our_plugin_comes_first_and_only_once() -> None:
    joined = with_lean_bundle(CONFIG.replace("{plugin}", "alwaysUseReactDomServerNode(),"))
    assert joined.startswith('import leanBundle from "../learnconnect_app/ui/lean_bundle.js";\n')
    assert joined.index("leanBundle(),") < joined.index("alwaysUseReactDomServerNode(),")
    assert with_lean_bundle(joined) == joined


def test_a_configuration_that_reflex_writes_otherwise_stops_the_build() -> None:
    with pytest.raises(RuntimeError):
        with_lean_bundle(CONFIG)


def test_a_style_of_plain_properties_is_fine_and_one_with_selectors_is_named() -> None:
    assert not nested_styles('jsx("p", {css:({ ["width"] : "1px", ["flexShrink"] : "0" })}, ":x")')
    nested = 'jsx("p", {css:({ ["width"] : "1px", ["&:hover"] : ({ ["width"] : "2px" }) })})'
    assert nested_styles(nested) == {"&:hover"}


LEFT_OUT = {
    "React Router's data": "Unable to decode turbo-stream response",
    "React Router's discovery of routes": "react-router-manifest-version",
    "React Router's instruments": "You cannot call instrumented handlers more than once",
}
"""What only the library itself says. A new version that is built otherwise would bring it again."""


@pytest.mark.usefixtures("build")
@pytest.mark.parametrize("part", LEFT_OUT)
def test_what_no_page_uses_of_a_library_is_not_in_the_build(part: str) -> None:
    scripts = list((CLIENT / "assets").glob("*.js"))
    assert scripts
    assert not [each.name for each in scripts if LEFT_OUT[part] in each.read_text()]
