"""The corpus: many articles, and the questions that can be asked of them."""

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from attribution.corpus.answers import Answer, Answers
from attribution.corpus.asking import LEAST
from attribution.corpus.contradictions import contradictions_in
from attribution.corpus.correcting import Correcting
from attribution.corpus.corroboration import Corroboration, First, first_of, of_relation
from attribution.corpus.explaining import explain, versions_in
from attribution.corpus.listings import Claims, Contradictions, Copies, Sources
from attribution.corpus.naming import called, only
from attribution.corpus.overview import Outlets, outlets_of
from attribution.corpus.pictures.pictures import Pictures
from attribution.corpus.profile import OrganizationProfile, SourceProfile, organization_profile_of, profile_of
from attribution.corpus.question import Limits, check_claim, check_least
from attribution.corpus.storage.appearances import appearances_in
from attribution.corpus.weighing import weigh
from attribution.graph.copies.copies import copy_groups
from attribution.graph.relation import Relation

if TYPE_CHECKING:
    import networkx


class Corpus(Pictures, Correcting):
    """Many articles with their statements, in memory or in one file.

        corpus = Corpus.open("truce.db")
        corpus.add_many(attribution.read_many("articles/"))
        corpus.who_said("The militias will halt attacks if U.S. troops leave")

    The questions look at what is there when they are asked, also at what another process has added.
    """

    # Questions on a claim

    def who_said(
        self,
        claim: str,
        *,
        stance: str | None = None,
        status: str | None = None,
        since: str | None = None,
        until: str | None = None,
        outlet: str | None = None,
        source: str | None = None,
        least: float = LEAST,
    ) -> Answers:
        """Return the statements that support, contradict or update a claim, best first.

        The claim is in the asker's own words: *"The bridge was closed for lack of money"*. A claim that nobody made has
        no answers. `least` is the chance from which a statement is an answer. The rest limits whose statements are
        asked: by what the speaker does with the content, the terms, the dates (ISO, both included), the outlet, and
        the source, by its name or id.

        Raises:
            QuestionError: the claim holds no word, there is no such stance or status, `until` lies before `since`, or
                `least` is no chance.
            DayError: `since` or `until` is no date.
        """
        asked = check_claim(claim)
        check_least(least)
        now = self._now()
        limits = Limits(stance=stance, status=status, since=since, until=until, outlet=outlet)
        found = now.bearing_on(asked, limits, least)
        if not found:
            return Answers(asked, ())
        source_of = now.identities.source_of
        answers = tuple(
            Answer(
                claim=asked,
                record=one.record,
                relation=one.relation,
                score=one.score,
                source_id=source_of.get(one.record.statement.id, ""),
            )
            for one in found
        )
        return Answers(asked, answers if source is None else self._from(answers, source))

    def _from(self, answers: tuple[Answer, ...], source: str) -> tuple[Answer, ...]:
        known = self._now().identities.by_id
        meant = called(source, (known[one] for one in {answer.source_id for answer in answers} if one in known))
        return tuple(answer for answer in answers if answer.source_id in {one.id for one in meant})

    def corroboration(self, claim: str, *, least: float = LEAST) -> Corroboration:
        """Return who stands behind a claim, who against it, and how many of them independently.

        Raises:
            QuestionError: the claim holds no word.
        """
        answers = self.who_said(claim, least=least)
        return weigh(answers.claim, answers, self._now(), self._store.grades())

    def first_said(self, claim: str) -> First | None:
        """Return the earliest statement that supports a claim, with how sure that is; None where nobody says so."""
        return first_of(of_relation(claim, self.who_said(claim), Relation.SUPPORTS))

    # What is known across articles

    def claims(self, about: str | None = None) -> Claims:
        """Return what is claimed, the claims with most statements first; of a topic only those near it, nearest first.

        Raises:
            QuestionError: the topic holds no word.
        """
        claims = self._now().picture.claims
        if about is None:
            return Claims(sorted(claims, key=lambda claim: (-len(claim.statement_ids), claim.id)))
        near = self._now().near(check_claim(about))
        best = {claim: max(near.get(identity, 0.0) for identity in claim.statement_ids) for claim in claims}
        return Claims(sorted((claim for claim in claims if best[claim]), key=lambda claim: (-best[claim], claim.id)))

    def outlets(self) -> Outlets:
        """Return the outlets with their days and how often they withhold an identity, most articles first."""
        return outlets_of(self._store)

    def sources(self) -> Sources:
        """Return who speaks, across articles, those with most statements first."""
        sources = self._now().identities.sources
        ordered = sorted(sources, key=lambda source: (-len(source.statement_ids), source.name, source.id))
        return Sources(ordered, appearances_in(self._store))

    def copies(self) -> Copies:
        """Return the groups of articles, by id, that are versions of one text; two at least in each."""
        articles = [article.id for article in self._store.articles()]
        return Copies(copy_groups(articles, self._now().overlaps))

    def contradictions(self) -> Contradictions:
        """Return the claims on which sources disagree, also one source with itself over time, the surest first."""
        return Contradictions(contradictions_in(self._now().picture))

    def source(self, name: str) -> SourceProfile:
        """Return the profile of a source, by a name or its id.

        Raises:
            UnknownIdError: no source has this name or id, or several have.
        """
        identities = self._now().identities
        return profile_of(only(name, identities.sources, "source"), identities, self._store.records_of)

    def organization(self, name: str) -> OrganizationProfile:
        """Return the profile of an organization, by a name or its id.

        Raises:
            UnknownIdError: no organization has this name or id, or several have.
        """
        identities = self._now().identities
        found = only(name, identities.organizations, "organization")
        return organization_profile_of(found, identities, self._store.records_of)

    def explain(self, answer: Answer) -> str:
        """Return why an answer is one, in words, step by step, with the article's own words."""
        now = self._now()
        versions = versions_in(answer, now.overlaps, appearances_in(self._store)) if now.overlaps else ()
        return explain(answer, now.identities, versions)

    # The graph

    @property
    def graph(self) -> "networkx.MultiDiGraph":
        """Articles, outlets, statements, sources, organizations and claims as a plain networkx graph."""
        from attribution.graph.network.building import build_graph

        return build_graph(self._now().picture)

    def subgraph(
        self,
        *,
        claim_id: str | None = None,
        source_id: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> "networkx.MultiDiGraph":
        """Return the part of the graph that bears on a claim, a source or a time, without the other nodes and edges.

        Raises:
            UnknownIdError: no such claim or source.
            DayError: `since` or `until` is no day.
        """
        from attribution.graph.network.parts import subgraph_of

        return subgraph_of(self._now().picture, claim_id=claim_id, source_id=source_id, since=since, until=until)

    def export(self, path: str | PathLike[str], *, format: str | None = None) -> tuple[Path, ...]:
        """Write the graph or the tables behind it to a file for another program; see `docs/how-to/export`.

        Raises:
            UnknownFormatError: no such format.
            GraphFileError: the file cannot be written.
        """
        from attribution.graph.network.exchange.export import export

        return export(self._now().picture, path, format=format)

    def report(
        self, path: str | PathLike[str], *, claims: str | Iterable[str] | None = None, title: str = "Who said what"
    ) -> Path:
        """Write a page for an analyst, one file that needs no network: claims, sources, graph, statements, articles.

        `claims` are in your own words; without them the page has those that two statements at least bear on.

        Raises:
            QuestionError: a claim holds no word.
            GraphFileError: the file cannot be written.
        """
        from attribution.corpus.report.writing import write_report

        asked = (claims,) if isinstance(claims, str) else claims
        weighed = None if asked is None else [self.corroboration(claim) for claim in asked]
        return write_report(path, self._now(), self._store, claims=weighed, title=title)
