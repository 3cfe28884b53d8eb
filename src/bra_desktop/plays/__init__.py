"""Whole courses over the services: demo, self-test, bench.

May import services and what lies below them. Window parts are handed in by bootstrap.
"""
