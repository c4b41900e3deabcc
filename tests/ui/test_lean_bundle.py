"""Our part of the build refuses what it would silently get wrong."""

from __future__ import annotations

import pytest

from learnconnect_app.ui.build_plugin import nested_styles, with_lean_bundle

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
