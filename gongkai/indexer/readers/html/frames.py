"""What does a page show in a frame whose content it holds itself (srcdoc)? It is a part of the page."""

from __future__ import annotations

from lxml import etree

from gongkai.indexer.readers.chrome import writable

__all__ = ["show_frames"]

Element = etree._Element
_LOOKS = ("style", "class", "id", "hidden")  # of a frame, which may hide it
_NO_SIZE = frozenset(("0", "1", "0px", "1px"))
_MOST = 20  # frames


def show_frames(root: Element) -> bool:
    """Put what frames hold in their place, with their sheets; frames in frames are none. Tell whether there was one."""
    has_shown = False
    for frame in list(root.iter("iframe"))[:_MOST]:
        held, parent = frame.get("srcdoc", ""), frame.getparent()
        parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
        inner = etree.fromstring(held.encode(errors="replace"), parser) if held.strip() else None
        if inner is None or parent is None or _NO_SIZE & {frame.get("width"), frame.get("height")}:
            continue
        shown = etree.Element("div")
        for name in _LOOKS:
            if (said := frame.get(name)) is not None:
                shown.set(name, writable(said))
        shown.tail = writable(frame.tail)
        shown.extend([*inner.iter("style"), *inner.iter("body")])
        parent.replace(frame, shown)
        has_shown = True
    return has_shown
