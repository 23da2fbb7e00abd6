"""Where the nodes that the parser composes stand in their text."""

from ruamel.yaml.nodes import CollectionNode, Node, ScalarNode


def ends_at(node: Node, text: str) -> int:
    """Where a node ends, without the blank lines and comments that the parser counts to it."""
    if isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return ends_at(last[1] if isinstance(last, tuple) else last, text)
    end = int(node.end_mark.index)
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        return len(text[:end].rstrip())
    return end


def line_start(text: str, at: int) -> int:
    """Where the line begins that holds a sign."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line ends that holds a sign, before its break."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end
