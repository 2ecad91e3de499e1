"""The reader's network: one small encoder, four kinds of answer for every word."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

from attribution.training.reader.crf import ChainCRF
from attribution.training.reader.rounding import ByteLinear

LAYERS, WIDTH, HEADS, INNER, POSITIONS = 6, 384, 12, 1536, 512  # all-MiniLM-L6-v2
ATTRIBUTING = 768  # inner width of the layer that only attributions have
ARC, RELATION, LINK = 256, 96, 128
DISTANCES = 33  # buckets of the signed distance from a word to a cue
NORM_EPSILON = 1e-12
BARRED = -1e4


class SharedDropout(nn.Module):
    """Dropout with one mask for all windows of a batch: drawing random numbers is a tenth of a step otherwise."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, hidden: Tensor) -> Tensor:
        """hidden (windows, pieces, width)."""
        if not self.training or not self.rate:
            return hidden
        kept = torch.empty(hidden.shape[1:], dtype=hidden.dtype, device=hidden.device).bernoulli_(1 - self.rate)
        return hidden * (kept / (1 - self.rate))


class Layer(nn.Module):
    """One transformer block of BERT: attention, then two linear maps, each added and normalized."""

    def __init__(self, dropout: float, inner: int = INNER) -> None:
        super().__init__()
        self.mixed, self.joined = ByteLinear(WIDTH, 3 * WIDTH), ByteLinear(WIDTH, WIDTH)
        self.inner, self.outer = nn.Linear(WIDTH, inner), ByteLinear(inner, WIDTH)
        self.after_attention, self.after_outer = (nn.LayerNorm(WIDTH, eps=NORM_EPSILON) for _ in range(2))
        self.dropout = SharedDropout(dropout)

    def forward(self, hidden: Tensor, barred: Tensor) -> Tensor:
        """hidden (windows, pieces, width), barred (windows, 1, 1, pieces): 0 where a piece stands, else far below."""
        windows, pieces, _ = hidden.shape
        query, key, value = self.mixed(hidden).view(windows, pieces, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: on a processor torch's fused attention takes three times as long backwards.
        likeness = query @ (key * (WIDTH // HEADS) ** -0.5).transpose(-1, -2) + barred.to(query.dtype)
        seen = (torch.softmax(likeness, -1) @ value).transpose(1, 2).reshape(windows, pieces, WIDTH)
        hidden = self.after_attention(hidden + self.dropout(self.joined(seen)))
        answer: Tensor = self.after_outer(hidden + self.dropout(self.outer(functional.gelu(self.inner(hidden)))))
        return answer


class Encoder(nn.Module):
    """Six layers over pieces, told how each piece is written and what stands around it."""

    def __init__(self, vocabulary: int, dropout: float) -> None:
        super().__init__()
        self.pieces, self.positions = nn.Embedding(vocabulary, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.cases, self.before, self.after = nn.Embedding(4, WIDTH), nn.Embedding(3, WIDTH), nn.Embedding(3, WIDTH)
        for told in (self.cases, self.before, self.after):
            nn.init.zeros_(told.weight)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=NORM_EPSILON), SharedDropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, cases: Tensor, before: Tensor, after: Tensor) -> Tensor:
        """All (windows, pieces) of int64; a window's pieces end where padding (piece 0) begins."""
        return self.through(self.pieces(pieces), pieces, cases, before, after)

    def through(self, vectors: Tensor, pieces: Tensor, cases: Tensor, before: Tensor, after: Tensor) -> Tensor:
        """The same for pieces whose vectors (windows, pieces, width) were looked up already."""
        place = torch.arange(pieces.size(1), device=pieces.device)
        hidden = vectors + self.positions(place) + self.cases(cases) + self.before(before) + self.after(after)
        hidden = self.dropout(self.norm(hidden))
        barred = (pieces == 0)[:, None, None, :] * BARRED
        for layer in self.layers:
            hidden = layer(hidden, barred)
        answer: Tensor = hidden
        return answer

    def load_bert(self, weights: Mapping[str, Tensor]) -> None:
        """Take the weights of a BERT model of this size, by their usual names."""
        old = {name.removeprefix("bert."): tensor for name, tensor in weights.items()}
        new = {"pieces.weight": old["embeddings.word_embeddings.weight"]}
        new["positions.weight"] = old["embeddings.position_embeddings.weight"]
        for kind in ("weight", "bias"):
            new[f"norm.{kind}"] = old[f"embeddings.LayerNorm.{kind}"]
            for i in range(LAYERS):
                was, now = f"encoder.layer.{i}.", f"layers.{i}."
                parts = [old[f"{was}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                new[f"{now}mixed.{kind}"] = torch.cat(parts)
                new[f"{now}joined.{kind}"] = old[f"{was}attention.output.dense.{kind}"]
                new[f"{now}inner.{kind}"] = old[f"{was}intermediate.dense.{kind}"]
                new[f"{now}outer.{kind}"] = old[f"{was}output.dense.{kind}"]
                new[f"{now}after_attention.{kind}"] = old[f"{was}attention.output.LayerNorm.{kind}"]
                new[f"{now}after_outer.{kind}"] = old[f"{was}output.LayerNorm.{kind}"]
        # Every piece is of the first segment, so the segment's vector joins the positions'.
        new["positions.weight"] = new["positions.weight"] + old["embeddings.token_type_embeddings.weight"][0]
        missing, unexpected = self.load_state_dict(new, strict=False)
        if unexpected or set(missing) != {"cases.weight", "before.weight", "after.weight"}:
            raise ValueError(f"not a BERT of this size: {missing} missing, {unexpected} unexpected")


class Biaffine(nn.Module):
    """Score pairs of words (Dozat and Manning 2017): which word j belongs to word i."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__()
        self.first, self.second = (
            nn.Sequential(nn.Linear(WIDTH, size), nn.GELU(), nn.Dropout(dropout)) for _ in range(2)
        )
        self.weight = nn.Parameter(torch.empty(size + 1, size))
        nn.init.xavier_uniform_(self.weight)

    def forward(self, first: Tensor, second: Tensor) -> Tensor:
        """first (windows, m, width), second (windows, n, width) → scores (windows, m, n)."""
        left = self.first(first)
        left = torch.cat([left, torch.ones_like(left[..., :1])], -1)
        scores: Tensor = left @ self.weight @ self.second(second).transpose(1, 2)
        return scores


class Reader(nn.Module):
    """The whole network. Every answer is about words; a word is the mean of its first and its last piece."""

    def __init__(
        self, *, vocabulary: int, upos: int, deprels: int, entities: int, roles: int, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, dropout)
        self.dropout = nn.Dropout(0.2)
        self.attributing = Layer(2 * dropout, ATTRIBUTING)
        for added in (self.attributing.joined, self.attributing.outer):
            nn.init.zeros_(added.weight)  # begins by changing nothing, so that it never has to be caught up with
        self.upos, self.entities, self.roles = (nn.Linear(WIDTH, n) for n in (upos, entities, roles))
        self.entity_chain, self.role_chain = ChainCRF(entities), ChainCRF(roles)
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arcs, self.links = Biaffine(ARC, 0.2), Biaffine(LINK, 0.2)
        self.distance = nn.Embedding(DISTANCES, 1)
        nn.init.zeros_(self.distance.weight)
        self.as_dependent, self.as_head = (
            nn.Sequential(nn.Linear(WIDTH, RELATION), nn.GELU(), nn.Dropout(0.2)) for _ in range(2)
        )
        self.relations = nn.Parameter(torch.empty(deprels, RELATION + 1, RELATION + 1))
        nn.init.normal_(self.relations, std=0.05)

    def words(self, hidden: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """hidden (windows, pieces, width), first and last (windows, words) → (windows, words, width)."""
        width = hidden.size(-1)
        ends = [hidden.gather(1, at.unsqueeze(-1).expand(-1, -1, width)) for at in (first, last)]
        words: Tensor = self.dropout((ends[0] + ends[1]) / 2)
        return words

    def attributed(self, words: Tensor, real: Tensor | None = None) -> Tensor:
        """words (windows, words, width) → the same, each told of the others; `real` where a word stands."""
        barred = torch.zeros(1, 1, 1, 1) if real is None else (~real)[:, None, None, :] * BARRED
        answer: Tensor = self.attributing(words, barred)
        return answer

    def arc_scores(self, words: Tensor) -> Tensor:
        """(windows, words, width) → (windows, words, 1 + words); column 0 is the root."""
        root = self.root.to(words.dtype).expand(words.size(0), 1, -1)
        scores: Tensor = self.arcs(words, torch.cat([root, words], 1))
        return scores

    def relation_scores(self, words: Tensor, heads: Tensor) -> Tensor:
        """(windows, words, width) and heads (windows, words; 0 is the root) → (windows, words, relations)."""
        root = self.root.to(words.dtype).expand(words.size(0), 1, -1)
        governors = self.as_head(torch.cat([root, words], 1))
        governors = governors.gather(1, heads.unsqueeze(-1).expand(-1, -1, RELATION))
        dependents = self.as_dependent(words)
        one = torch.ones_like(dependents[..., :1])
        dependents, governors = torch.cat([dependents, one], -1), torch.cat([governors, one], -1)
        return torch.einsum("bni,rij,bnj->bnr", dependents, self.relations.to(words.dtype), governors)

    def link_scores(self, words: Tensor) -> Tensor:
        """(windows, words, width) → (windows, words, words): how well word j opens the cue of word i."""
        near: Tensor = self.distance(distance_buckets(words.size(1), words.device)).squeeze(-1)
        scores: Tensor = self.links(words, words) + near
        return scores


def distance_buckets(words: int, device: torch.device) -> Tensor:
    """Return for each pair of words the bucket of their signed distance: exact to 4, then by powers of √2."""
    place = torch.arange(words, device=device)
    away = place[None, :] - place[:, None]
    size = away.abs().clamp(min=1).float()
    bucket = torch.where(size <= 4, size, 4 + 2 * torch.log2(size / 4)).floor().clamp(max=16).long()
    return torch.where(away == 0, 16, 16 + away.sign() * bucket)
