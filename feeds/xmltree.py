"""XML from strangers: strict first, then mended, then cut, each with its reason.

strict lxml -> as it is
else mend (control characters, stray & and entities, words behind the end) -> lxml again
else cut behind the last whole entry (the transfer broke off) -> lxml again
else nothing: the caller may ask feedparser.

No document type is ever read: entities of a document's own never expand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.entities import html5

from lxml import etree

from .model import Problem

Element = etree._Element  # noqa: SLF001 - lxml's own public name of it

MAX_MEND = 4 << 20
"""Longer documents are not mended, only read as far as they go."""

_DECLARATION = re.compile(r"<\?xml\b[^<>]*+>")
_DOCTYPE_BEGIN = re.compile("<!DOCTYPE", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*+(?:\[(?P<subset>.*?)\]\s*+)?>", re.DOTALL | re.IGNORECASE)
_DECLARED = re.compile(
    r"<!ENTITY\s++(?P<name>[^\s%]\S*+)\s++(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<far>\S))"
)
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REFERENCE = re.compile(
    r"(?P<cdata><!\[CDATA\[(?:(?!\]\]>).)*+(?:\]\]>|\Z))|(?P<end>\]\]>)|"
    r"&(?:(?P<known>(?:amp|lt|gt|quot|apos);)|#(?P<number>\d{1,7}|x[0-9a-fA-F]{1,6});|"
    r"(?P<name>[A-Za-z][A-Za-z0-9]{1,30});)?",
    re.DOTALL,
)
_UNQUOTED = re.compile(r"(<[A-Za-z][\w:.-]*+(?:\s[^<>]{0,300}?)?\s[\w:.-]{1,60}+=)([^\s\"'<>]++)")
_OPEN = r"<(?:[\w.-]+:)?{name}(?=[\s>/])"
_CLOSE = r"</(?:[\w.-]+:)?{name}\s*>"
# lxml reads past these and loses nothing: a prefix without a namespace, an attribute said twice.
_HARMLESS = frozenset(
    {
        "NS_ERR_UNDEFINED_NAMESPACE",
        "NS_ERR_QNAME",
        "NS_ERR_COLON",
        "NS_ERR_EMPTY",
        "NS_ERR_ATTRIBUTE_REDEFINED",
        "NS_ERR_XML_NAMESPACE",
        "ERR_ATTRIBUTE_REDEFINED",
        "WAR_NS_URI",
        "WAR_NS_URI_RELATIVE",
        "ERR_RESERVED_XML_NAME",
    }
)
_CUT_SHORT = frozenset({"ERR_TAG_NOT_FINISHED", "ERR_DOCUMENT_END", "ERR_TAG_NAME_MISMATCH"})


@dataclass(frozen=True, slots=True)
class Tree:
    """A document as far as it could be read; `root` None when XML could not be made of it.

    `cut` is true when the document breaks off, `refused` says why nobody should read on.
    `text` is what the last attempt saw: the mended document, "" when no entry is whole.
    """

    root: Element | None
    text: str = ""
    problems: tuple[Problem, ...] = ()
    cut: bool = False
    refused: str = ""


def read(text: str, root: str) -> Tree:
    """The tree of a document whose root element is called `root`."""
    declaration = _DECLARATION.search(text, 0, 65_536)
    if declaration:  # white space before it is the commonest fault there is; it says nothing new
        text = _blanked(text, declaration)
    begin = _DOCTYPE_BEGIN.search(text, 0, 65_536)
    doctype = _DOCTYPE.match(text, begin.start(), begin.start() + 65_536) if begin else None
    if doctype:
        danger = _danger(doctype["subset"] or "")
        if danger:
            return Tree(None, problems=(Problem(danger),), refused="damaged")
        text = _blanked(text, doctype)
    tree, fault = _strict(text)
    if tree is not None:
        return Tree(tree, text)
    return _mended(text, root, fault)


def rest(text: str) -> Element | None:
    """What lxml can make of a text that nobody should spend more time on."""
    return parse(text, recover=True)[0]


def entries(text: str, name: str) -> int:
    """How many entries the text opens, counted without understanding it."""
    return len(re.findall(_OPEN.format(name=name), text))


def parse(text: str, *, recover: bool = False) -> tuple[Element | None, list[tuple[str, Problem]]]:
    """lxml, hardened; the faults it met are (its name for it, what and where)."""
    parser = etree.XMLParser(
        encoding="utf-8",  # the text is decoded already, whatever its declaration says
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    faults = [
        (fault.type_name, Problem(fault.message, max(fault.line, 0))) for fault in parser.error_log
    ]
    return root, faults


def _danger(subset: str) -> str:
    """Why declarations are dangerous: an entity that holds entities, or lies elsewhere."""
    for found in _DECLARED.finditer(subset):
        value = found["double"] or found["single"] or ""
        if "&" in value.replace("&#", ""):
            return "The document declares entities that expand into entities: refused"
        if found["far"]:
            return "The document declares entities that lie outside of it: refused"
    return ""


def _blanked(text: str, doctype: re.Match[str]) -> str:
    """Without that part, every line where it was."""
    lines = "\n" * doctype.group().count("\n")
    return text[: doctype.start()] + lines + text[doctype.end() :]


def _strict(text: str) -> tuple[Element | None, Problem]:
    root, faults = parse(text)
    if root is not None or not faults:
        return root, Problem("Not well-formed XML")
    return None, Problem(f"Not well-formed XML: {faults[0][1].message}", faults[0][1].line)


def _mended(text: str, root: str, fault: Problem) -> Tree:
    if len(text) > MAX_MEND:
        return Tree(None, text, (fault,))
    mended, whole = _without_tail(mend(text), root)
    if whole:
        tree, faults = parse(mended, recover=True)
        if any(name == "ERR_ATTRIBUTE_NOT_STARTED" for name, _ in faults):
            mended = _UNQUOTED.sub(r'\1"\2"', mended)
            tree, faults = parse(mended, recover=True)
        if tree is not None and all(name in _HARMLESS for name, _ in faults):
            return Tree(tree, mended, (fault,))
        return Tree(None, mended, (fault,))
    return _cut(mended, root, fault)


def mend(text: str) -> str:
    """Repairs what breaks XML without changing what it says."""
    text = _ILLEGAL.sub("", text)
    return _REFERENCE.sub(_reference, text) if "&" in text or "]]>" in text else text


def _reference(found: re.Match[str]) -> str:
    if found["cdata"] or found["known"]:
        return found.group()
    if found["end"]:
        return "]]&gt;"
    if found["number"]:
        number = found["number"]
        code = int(number[1:], 16) if number[0] == "x" else int(number)
        legal = code < 0x110000 and not _ILLEGAL.match(chr(code))
        return found.group() if legal else ""
    if found["name"]:
        meant = html5.get(found["name"] + ";", f"&{found['name']};")
        return meant.replace("&", "&amp;").replace("<", "&lt;")
    return "&amp;"


def _without_tail(text: str, root: str) -> tuple[str, bool]:
    """The text up to its root's last end, and whether that end is there at all."""
    end = None
    for found in re.finditer(_CLOSE.format(name=root), text, re.IGNORECASE):
        end = found.end()
    return (text, False) if end is None else (text[:end], True)


def _cut(text: str, root: str, fault: Problem) -> Tree:
    """A document that breaks off: the entries that are whole are saved."""
    name = "entry" if root == "feed" else "item"
    last = None
    for found in re.finditer(_CLOSE.format(name=name), text):
        last = found.end()
    lost = entries(text[last or 0 :], name)
    told = Problem(f"The document breaks off; {lost} entry is cut in two and left out")
    if last is None:
        return Tree(None, problems=(fault, told), cut=True)
    tree, faults = parse(text[:last], recover=True)
    if tree is None or any(kind not in _HARMLESS | _CUT_SHORT for kind, _ in faults):
        return Tree(None, text[:last], (fault, told), cut=True)
    return Tree(tree, text[:last], (told,), cut=True)
