"""From the tree of a saved HTML page to its blocks, each with the element that holds it."""
