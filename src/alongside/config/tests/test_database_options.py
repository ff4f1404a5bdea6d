"""How the embedded PostgreSQL is set for the computer that it runs on."""

from __future__ import annotations

import pytest

from alongside.config.postgres.options import arguments, memory_here, shared_buffers
from alongside.config.postgres.places import Places

GIGABYTE = 1 << 30


@pytest.mark.parametrize(
    ("memory", "buffers"),
    [(0, "128MB"), (GIGABYTE, "128MB"), (8 * GIGABYTE, "1024MB"), (64 * GIGABYTE, "2048MB")],
)
def test_it_takes_an_eighth_of_the_memory_within_bounds(memory, buffers):
    assert shared_buffers(memory) == buffers


@pytest.mark.parametrize(("told", "believed"), [("1073741824\n", GIGABYTE), ("max\n", None)])
def test_a_container_that_has_less_is_believed(tmp_path, told, believed):
    (tmp_path / "limit").write_text(told)
    all_of_it = memory_here(limits=())

    assert memory_here((tmp_path / "limit", tmp_path / "missing")) == (believed or all_of_it)


def test_a_throwaway_one_stays_small(tmp_path):
    assert "shared_buffers=128MB" in arguments(Places.of(tmp_path), throwaway=True)
