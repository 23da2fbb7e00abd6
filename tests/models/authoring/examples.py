"""A case and a source about an ice road, for tests of what an author does."""

from models.authoring.document import CaseText, opened

CASE = """\
schema: 2
id: ice-road
version: "1"
title: The ice road
language: en
source: {author: A. Author, title: The road over the lake, year: 2020, paragraphs: 3}

models: [{id: road, title: The road}]

assumptions:
  - {id: thick-ice, code: A1, model: road, text: The lake carries lorries in January, paragraphs: [1],
     kind: stated, baseline: holds, if-fails: It does not}
  - {id: cold-winters, code: A2, model: road, text: Winters stay cold,
     paragraphs: [1], kind: hedged, baseline: holds, if-fails: They get warm}

findings:
  - {id: road-open, code: F1, model: road, text: The road can be used, paragraphs: [2]}

recommendations:
  - {id: close-bridge, code: R1, model: road, text: Close the bridge in winter, addressee: the county, paragraphs: [3]}

rules:
  - {id: carries, if: [thick-ice, cold-winters], then: road-open, kind: stated, paragraphs: [2],
     because: Thick ice carries a road}
  - {id: no-need, need: [road-open], then: close-bridge, kind: stated, paragraphs: [3],
     because: A road makes the bridge needless}
"""
SOURCE = """\
# The road over the lake

In January the ice may carry lorries. Winters will always be cold here.

Every winter the road has been open for two months. Is it safe? Mr. Berg of the county measures it.

The county should close the bridge in winter. It costs more than it brings.
"""


def case() -> CaseText:
    """The case as a document."""
    return opened("case.yaml", CASE)
