"""How well and how fast privacy findings are proposed, beside two general tools, on sentences of our own."""

from benchmarks.privacy.speed import measure

__all__ = ["measure"]
