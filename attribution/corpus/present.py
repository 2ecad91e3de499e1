"""What a corpus holds at one moment, and what follows from it, made when asked for: sources, claims, the picture."""

from collections.abc import Callable
from functools import cached_property

from attribution.corpus.asking import Found, Searchable, bearing_on
from attribution.corpus.echoing import with_echoes
from attribution.corpus.question import Limits
from attribution.corpus.search.nearest import Search, passing, search_in
from attribution.corpus.storage.kept_identities import identities_in
from attribution.corpus.storage.store import Store
from attribution.graph.claims.elsewhere import links_of, may_take_up, taken_up_elsewhere, takes_up_elsewhere
from attribution.graph.claims.grouping import claims_of, compare, neighbours
from attribution.graph.claims.repeating import with_repeats
from attribution.graph.copies.copies import Overlap
from attribution.graph.copies.credits import credits_of
from attribution.graph.identity.identities import Identities
from attribution.graph.matching.bearing import USUAL_MEAN, USUAL_SPREAD, Surroundings
from attribution.graph.matching.matcher import Matcher
from attribution.graph.matching.wording import Rarity
from attribution.graph.network.picture import Picture
from attribution.graph.record import Record
from attribution.graph.relation import Link

COMPARED_AT_ONCE = 256  # pairs of statements judged before what was found is kept in the file

TOPIC_POOL = 1000  # statements on a topic that are looked at
TOPIC_LIKE = 0.3  # of a word or two and a statement; on the ferry's articles *elections* and *wine* stay below 0.2


class Present:
    """One revision of a corpus."""

    def __init__(self, store: Store, matcher: Callable[[], Matcher]) -> None:
        self._store, self._matcher = store, matcher
        self.revision = store.revision
        self.found: dict[tuple[str, Limits, float], tuple[Found, ...]] = {}  # what was asked before

    @cached_property
    def search(self) -> Search:
        """What finds the statements near a text."""
        return search_in(self._store)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """All statements in their articles."""
        return self._store.records()

    @cached_property
    def identities(self) -> Identities:
        """The sources behind all statements."""
        return identities_in(self._store)

    @cached_property
    def overlaps(self) -> tuple[Overlap, ...]:
        """Which articles are versions of one text."""
        return self._store.overlaps()

    def bearing_on(self, claim: str, limits: Limits, least: float) -> tuple[Found, ...]:
        """Return the statements within the limits that bear on a claim; the same question is answered once."""
        key = (claim, limits, least)
        if key not in self.found:
            test = limits.test()
            found = bearing_on(claim, self.searchable(test), self._matcher(), least)
            taking = [one for one in self.taking if test is None or test(one)] if found else []
            self.found[key] = with_echoes(found, taking, self._store.records_in_articles, least) if taking else found
        return self.found[key]

    @cached_property
    def taking(self) -> tuple[Record, ...]:
        """The statements that may take up what another article reports."""
        numbers = [number for number, text in self._store.claim_texts() if may_take_up(text)]
        return tuple(record for record in self._store.records_at(numbers) if takes_up_elsewhere(record))

    def searchable(self, test: Callable[[Record], bool] | None = None) -> Searchable:
        """Return the statements that may answer, all or those that pass a test."""
        search = self.search if test is None else passing(self.search, test, self._store)
        return Searchable(search=search, records_at=self._store.records_at)

    def near(self, topic: str) -> dict[str, float]:
        """Return the statements that are about a topic, by id, with how alike their vectors are to it (at most 1)."""
        near = self.search(self._matcher().vectors([topic])[0], TOPIC_POOL)
        near = near.part(near.likeness >= TOPIC_LIKE)
        records = self._store.records_at(near.numbers.tolist())
        return {one.statement.id: float(alike) for one, alike in zip(records, near.likeness, strict=True)}

    @cached_property
    def picture(self) -> Picture:
        """Everything that the graph is built from; statements that were not compared yet are compared now."""
        compared = self._compared()
        unrelated = sorted(pair for pair, link in compared.items() if link is None)
        claims, links = claims_of(self.records, [link for link in compared.values() if link is not None], unrelated)
        articles = self._store.articles()
        claim_of = {identity: claim.id for claim in claims for identity in claim.statement_ids}
        taken = taken_up_elsewhere(self.records, claim_of)
        links = (*links, *links_of(taken, self.records, claims))
        return Picture(
            records=self.records,
            identities=self.identities,
            claims=claims,
            links=with_repeats(links, claims, self.records, self.overlaps),
            taken_elsewhere=taken,
            overlaps=self.overlaps,
            credits={article.id: found for article in articles if (found := credits_of(article))},
            articles=articles,
        )

    def _compared(self) -> dict[tuple[str, str], Link | None]:
        """Return what statements that are near each other are to each other, None for nothing."""
        _, vectors = self._store.vectors()
        pairs = neighbours(vectors) if len(self.records) > 1 else ()
        known = self._store.compared()
        ids = [record.statement.id for record in self.records]
        missing = [pair for pair in pairs if (ids[pair.one], ids[pair.other]) not in known]
        around = Surroundings(
            rarity=Rarity.among(record.claim_text for record in self.records), mean=USUAL_MEAN, spread=USUAL_SPREAD
        )
        for start in range(0, len(missing), COMPARED_AT_ONCE):
            some = missing[start : start + COMPARED_AT_ONCE]
            found = compare(self.records, some, self._matcher().judge, around)
            links = {(link.statement_id, link.claim_id): link for link in found}
            fresh = {(ids[pair.one], ids[pair.other]): links.get((ids[pair.one], ids[pair.other])) for pair in some}
            self._store.keep_compared(fresh)
            known |= fresh
        asked = {(ids[pair.one], ids[pair.other]) for pair in pairs}
        return {pair: link for pair, link in sorted(known.items()) if pair in asked}
