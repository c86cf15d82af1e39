"""The workbench for algorithm registers: read, check, rank, clean and publish an inventory of algorithms."""

__version__ = "0.1.0"
