"""Run the network of a Stanza tokenizer faster than Stanza does: the same sums, without packed sequences.

Stanza packs the sequences of a batch, which keeps PyTorch from its fast recurrent kernels on a CPU.
Here each direction is a recurrent layer of its own, and the backward one reads each sequence reversed, so that padding
comes last for both and changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch

HIERARCHY = ("tok_clf", "sent_clf", "mwt_clf")


class TaggerNetwork:
    """The weights of a trained Stanza tokenizer, for reading only."""

    def __init__(self, model: Any, settings: dict[str, Any]) -> None:
        unknown = [name for name in ("conv_res", "charlm_forward_file") if settings.get(name)]
        if unknown or not (settings["hierarchical"] and settings["use_mwt"]) or settings["rnn_layers"] != 1:
            raise ValueError(f"the tokenizer was trained with settings this does not read: {unknown or settings}")
        self._model = model.eval()
        self._sharpness = float(settings["hier_invtemp"])
        self._first = _directions(model.rnn)
        self._second = _directions(model.rnn2)

    def label(self, ids: torch.Tensor, extra: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Return the likeliest label of each character.

        ids (batch, characters), extra features (batch, characters, 5), lengths (batch,) → labels (batch, characters);
        labels behind a sequence's length mean nothing.
        """
        import torch

        model = self._model
        reverse = _reversal(lengths, ids.shape[1])
        with torch.inference_mode():
            hidden = _run(self._first, torch.cat([model.embeddings(ids), extra], dim=2), reverse)
            token, sentence, multiword = (getattr(model, name)(hidden) for name in HIERARCHY)
            if self._sharpness > 0:
                hidden = hidden * torch.sigmoid(token * self._sharpness)
            hidden = _run(self._second, hidden, reverse)
            token, sentence, multiword = (
                score + getattr(model, f"{name}2")(hidden)
                for name, score in zip(HIERARCHY, (token, sentence, multiword), strict=True)
            )
            return _likeliest(token, sentence, multiword)


def _likeliest(token: torch.Tensor, sentence: torch.Tensor, multiword: torch.Tensor) -> torch.Tensor:
    """Scores of shape (batch, characters, 1) each → labels of shape (batch, characters)."""
    import torch
    from torch.nn.functional import logsigmoid

    inside, ends = logsigmoid(-token), logsigmoid(token)
    no_sentence, a_sentence = logsigmoid(-sentence), logsigmoid(sentence)
    no_multiword, a_multiword = logsigmoid(-multiword), logsigmoid(multiword)
    single, several = ends + no_multiword, ends + a_multiword
    labels = [inside, single + no_sentence, single + a_sentence, several + no_sentence, several + a_sentence]
    return torch.cat(labels, dim=2).argmax(dim=2)


def _directions(layer: torch.nn.LSTM) -> tuple[torch.nn.LSTM, torch.nn.LSTM]:
    """Split a bidirectional layer into one that reads forward and one that reads backward."""
    import torch

    split = []
    for suffix in ("", "_reverse"):
        one = torch.nn.LSTM(layer.input_size, layer.hidden_size, batch_first=True).eval()
        one.load_state_dict({name: getattr(layer, name + suffix) for name in one.state_dict()})
        split.append(one)
    return split[0], split[1]


def _reversal(lengths: torch.Tensor, longest: int) -> torch.Tensor:
    """Return the places that reverse each sequence and leave its padding: (batch,) → (batch, longest)."""
    import torch

    places = torch.arange(longest, device=lengths.device).expand(len(lengths), longest)
    mirrored = lengths[:, None] - 1 - places
    return torch.where(mirrored >= 0, mirrored, places)


def _run(layers: tuple[torch.nn.LSTM, torch.nn.LSTM], inputs: torch.Tensor, reverse: torch.Tensor) -> torch.Tensor:
    """Read both ways: (batch, characters, inputs) → (batch, characters, 2 × hidden)."""
    import torch

    forward, _ = layers[0](inputs)
    backward, _ = layers[1](_gather(inputs, reverse))
    return torch.cat([forward, _gather(backward, reverse)], dim=2)


def _gather(values: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    return values.gather(1, places[:, :, None].expand(-1, -1, values.shape[2]))
