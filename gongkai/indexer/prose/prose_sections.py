"""Sections one to four of a report, taken apart into lines and sentences: what is said above, beside and behind each?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gongkai.indexer.prose.ownership.behind import names_another_year, notes_above
from gongkai.indexer.prose.ownership.fields_of_work import Fields, Topics
from gongkai.indexer.prose.ownership.surroundings import Surroundings
from gongkai.indexer.prose.prose_lines import PrintedLine, lines_of, whole_lines, with_information
from gongkai.indexer.prose.sentences import CLAIMED, MAY_CLAIM, OF_REQUESTS, Sentence

__all__ = ["Prose"]


class Prose:
    """Sections one to four of a report, which are given folded, taken apart into lines and sentences once for all that read them.

    `folded` are the sections as they are read, `nobody` is a sentence of the report that says nothing.
    """

    def __init__(self, sections: Mapping[str, str], year: int | None, scope: str | None, agency: str | None) -> None:
        self.nobody = Sentence("", "", 0, 0, False, year, scope, agency)
        self._lines: dict[str, list[PrintedLine]] = {}
        self.printed: dict[str, str] = {}  # with the breaks of lines as they are
        self.folded: dict[str, str] = {}
        self._noted: dict[str, int] = {}  # where the last note stands that what is above it is of another time or body
        for section in ("overview", "proactive", "requests", "review"):
            printed = self.printed[section] = with_information(sections.get(section, ""))
            folded = whole_lines(printed)
            notes = (at for at, said in notes_above(folded) if self.nobody.tells_otherwise(said))
            self._noted[section] = max(notes, default=-1)
            self.folded[section] = folded
            self._lines[section] = list(lines_of(folded, self._above(section)))

    def _above(self, section: str) -> tuple[Surroundings, Surroundings]:
        """Return what tells of other times and bodies above the sentences of a section, and of fields and topics; at its begin."""
        whose = (self.nobody.year, self.nobody.scope, self.nobody.agency, self.nobody.place)
        return Surroundings(*whose), (Topics if section in OF_REQUESTS else Fields)(*whose)

    def sentences(self, *, only_on_topic: bool = False) -> Iterator[tuple[Sentence, Sentence | None]]:
        """Yield the sentences of sections one to four in printed order, each with the one before it on its line.

        `only_on_topic`: those of lines that speak of requests for information and say anything that a claim may be.
        """
        year, scope, agency = self.nobody.year, self.nobody.scope, self.nobody.agency
        for section, lines in self._lines.items():
            above, fields = self._above(section)
            for line in lines:
                above.begin_line(line.ends)
                fields.begin_line(line.ends)
                on_topic = section in OF_REQUESTS or line.on_topic
                if only_on_topic and not on_topic:
                    continue  # nine lines of ten
                if only_on_topic and not (above.is_set or fields.is_set or (line.says(MAY_CLAIM) and line.says(CLAIMED))):
                    continue  # nearly all of these: what its sentences end is not set
                before: Sentence | None = None
                for one in line.sentences:
                    if one is None:
                        before = None
                        continue
                    apart = above.is_apart(one.said[0]) or one.start < self._noted[section]
                    apart = apart or names_another_year(one.behind, year)
                    of_field = fields.is_apart(one.said[1])
                    sentence = Sentence(
                        one.text,
                        section,
                        one.start,
                        one.end,
                        on_topic,
                        year,
                        scope,
                        agency,
                        apart,
                        one.after,
                        of_field,
                        one.behind,
                    )
                    yield sentence, before
                    before = sentence
