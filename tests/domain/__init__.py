"""Tests of the domain: every rule by a sentence that says it."""
