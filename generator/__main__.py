"""Lets ``python -m generator`` stand for the command ``framework``."""

from generator.cli import main

main()
