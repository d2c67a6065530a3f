"""Which words stand out? A Vega panel: Lens has no axis for the words of a text, Elasticsearch has significant_text."""

from __future__ import annotations

from typing import Any

from gongkai.mappings.kibana_names import CORE_VERSION, VERSIONS, Names, SavedObject, compact, stamped
from gongkai.mappings.kibana_panels import View, WordCloud
from gongkai.mappings.kibana_views import FIELDS_OF

__all__ = ["word_object"]

_HAN_WORD = "[一-鿿]{2,}"  # single characters and figures say little


def word_object(names: Names, words: WordCloud) -> SavedObject:
    """Return the panel: the words of each group that are more frequent there than in all reports."""
    title = names.title(words.title)
    state = {"title": title, "type": "vega", "aggs": [], "params": {"spec": compact(_spec(names, words))}}
    return stamped(
        {
            "type": "visualization",
            "id": names.id("visualization", words.key),
            "attributes": {
                "title": title,
                "description": words.note,
                "version": 1,
                "uiStateJSON": "{}",
                "visState": compact(state),
                "kibanaSavedObjectMeta": {
                    "searchSourceJSON": compact({"query": {"query": "", "language": "kuery"}, "filter": []})
                },
            },
            "references": [],
            "managed": False,
            "coreMigrationVersion": CORE_VERSION,
            "typeMigrationVersion": VERSIONS["visualization"],
        }
    )


def _spec(names: Names, words: WordCloud) -> dict[str, Any]:
    found = {
        "significant_text": {
            "field": words.field,
            "size": words.words,
            "include": _HAN_WORD,
            "min_doc_count": 3,
            "filter_duplicate_text": True,
        }
    }
    groups = {"terms": {"field": words.within, "size": words.groups, "order": {"_key": "desc"}}, "aggs": {"words": found}}
    label = FIELDS_OF[View.REPORTS][words.within].label
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "data": {
            "url": {"%context%": True, "index": names.index(View.REPORTS), "body": {"size": 0, "aggs": {"groups": groups}}},
            "format": {"property": "aggregations.groups.buckets"},
        },
        "transform": [
            {"calculate": "datum.words.buckets", "as": "words_found"},
            {"flatten": ["words_found"], "as": ["word"]},
            {"calculate": "datum.word.key", "as": "text"},
            {"calculate": "datum.word.doc_count", "as": "reports"},
            {
                "window": [{"op": "row_number", "as": "place"}],
                "sort": [{"field": "word.score", "order": "descending"}],
                "groupby": ["key"],
            },
        ],
        "mark": {"type": "text", "fontSize": 14},
        "encoding": {
            "x": {"field": "key", "type": "ordinal", "title": label, "sort": "ascending"},
            "y": {"field": "place", "type": "ordinal", "axis": None},
            "text": {"field": "text", "type": "nominal"},
            "tooltip": [{"field": "text", "title": "词"}, {"field": "reports", "title": "报告数"}],
        },
    }
