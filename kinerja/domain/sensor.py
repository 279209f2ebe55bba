"""Small cells: figures of very few people are hidden, and with them what would give them away by subtraction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def hidden_units(n: Mapping[str, int], anak: Mapping[str, Sequence[str]], minimum: int) -> frozenset[str]:
    """Units whose figure must be hidden, given the number of people behind each.

    A unit with 1 to ``minimum - 1`` people is hidden. When exactly one child of a shown parent is hidden, its
    value would be parent minus the rest: the smallest other child is hidden too, or the parent when there is none.
    The answer depends on the whole tree only, never on what a viewer happens to filter.
    """
    sembunyi = {unit for unit, orang in n.items() if 0 < orang < minimum}
    berubah = minimum > 0
    while berubah:
        berubah = False
        for induk, daftar in anak.items():
            ada = [u for u in daftar if n.get(u, 0) > 0]
            tertutup = [u for u in ada if u in sembunyi]
            if induk in sembunyi or n.get(induk, 0) == 0 or len(tertutup) != 1:
                continue
            lain = sorted((u for u in ada if u not in sembunyi), key=lambda u: (n[u], u))
            sembunyi.add(lain[0] if lain else induk)
            berubah = True
    return frozenset(sembunyi)
