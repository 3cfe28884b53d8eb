"""Tests of BRÅ Desktop: a mirror of the package, and architecture, validators, journeys.

May import the product, pytest and the readers the tests judge with. Nothing in src imports this.
"""
