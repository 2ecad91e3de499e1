"""A linear-chain conditional random field over tags (Lafferty, McCallum and Pereira 2001)."""

import torch
from torch import Tensor, nn


class ChainCRF(nn.Module):
    """Scores tag sequences: emissions of a word plus a transition from the tag before."""

    def __init__(self, tags: int) -> None:
        super().__init__()
        self.transitions = nn.Parameter(torch.zeros(tags, tags))
        self.start = nn.Parameter(torch.zeros(tags))

    def loss(self, emissions: Tensor, tags: Tensor, real: Tensor) -> Tensor:
        """Return the negative log-likelihood per word.

        emissions (windows, words, tags), tags (windows, words), real (windows, words) true where a word stands;
        the real words of a window come first.
        """
        return (self._all_paths(emissions, real) - self._path(emissions, tags, real)).sum() / real.sum()

    def _path(self, emissions: Tensor, tags: Tensor, real: Tensor) -> Tensor:
        emitted = emissions.gather(2, tags.unsqueeze(2)).squeeze(2) * real
        moved = self.transitions[tags[:, :-1], tags[:, 1:]] * real[:, 1:]
        return emitted.sum(1) + moved.sum(1) + self.start[tags[:, 0]]

    def _all_paths(self, emissions: Tensor, real: Tensor) -> Tensor:
        alpha = self.start + emissions[:, 0]
        for word in range(1, emissions.size(1)):
            step = torch.logsumexp(alpha.unsqueeze(2) + self.transitions, 1) + emissions[:, word]
            alpha = torch.where(real[:, word : word + 1], step, alpha)
        return torch.logsumexp(alpha, 1)
