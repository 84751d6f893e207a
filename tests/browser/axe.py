"""axe on an open page: WCAG A to AAA and best practices.

The page's own policy would refuse the injected engine: its context wants `bypass_csp`.
"""

from pathlib import Path

from playwright.sync_api import Page

TOOLS = Path(__file__).parent.parent / "tools" / "node_modules"
ENGINE = TOOLS / "axe-core" / "axe.min.js"
OPTIONS = {
    "runOnly": [
        "wcag2a",
        "wcag2aa",
        "wcag2aaa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ],
    # What passed would be told at length: handing that over takes longer than finding it.
    "resultTypes": ["violations"],
}
RUN = """options => axe.run(document, options).then(found =>
    found.violations.map(each => `${each.id}: ${each.nodes[0].html.slice(0, 200)}`))"""


def faults(page: Page) -> list[str]:
    """Each rule that the page breaks, with the first element that breaks it."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.add_script_tag(path=ENGINE)
    found: list[str] = page.evaluate(RUN, OPTIONS)
    return found
