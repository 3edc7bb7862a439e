from __future__ import annotations

import pytest
import torch

from engine.training.encoder_batches import BatchShape, Sampler
from engine.training.encoder_corpus import Corpus

SHAPE = BatchShape(groups=2, sketches_per_group=3, photos_per_group=5, traced=4, doodles=6)


@pytest.mark.parametrize("shuffle_chance", [0.0, 1.0])
def test_a_batch_is_laid_out_as_documented(corpus: Corpus, shuffle_chance: float) -> None:
    batch = Sampler(corpus, SHAPE, 0, shuffle_chance).draw(32, torch.device("cpu"))
    assert batch.images.shape == (2 * 5 + 4 + 2 * 3 + 4 + 6, 3, 32, 32)
    assert len(batch.photo_rows) == len(batch.group) == 14
    assert len(batch.partner) == 10
    assert batch.shuffled == (shuffle_chance == 1)
    categories = corpus.photos.category[batch.photo_rows]
    for k in range(2):
        members = batch.group == k
        assert members.sum() == 5
        assert len(set(categories[members.numpy()])) == 1
    assert (batch.group[batch.partner[:6]] == torch.tensor([0] * 3 + [1] * 3)).all()
    assert batch.partner[6:].tolist() == [10, 11, 12, 13]
    assert batch.images.min() >= 0
    assert batch.images.max() <= 1


def test_partners_are_photos_that_were_drawn(corpus: Corpus) -> None:
    sampler = Sampler(corpus, SHAPE, 1, 0.0)
    drawn = {row for group in corpus.groups for row in group}
    for _ in range(5):
        batch = sampler.draw(32, torch.device("cpu"))
        assert set(batch.photo_rows[batch.partner[:6].numpy()].tolist()) <= drawn


def test_shuffled_pairs_show_each_photo_in_two_orders(corpus: Corpus) -> None:
    batch = Sampler(corpus, SHAPE, 0, 1.0).draw(32, torch.device("cpu"))
    rows = batch.photo_rows[-4:]
    assert rows[:2].tolist() == rows[2:].tolist()


def test_the_same_seed_gives_the_same_batch(corpus: Corpus) -> None:
    first, again, other = (
        Sampler(corpus, SHAPE, seed).draw(32, torch.device("cpu")) for seed in (3, 3, 4)
    )
    assert torch.equal(first.images, again.images)
    assert not torch.equal(first.images, other.images)
