"""The rules of meetings, protocols and follow-up as plain dataclasses and functions.

May import the standard library only: no input or output, no clock, no ids made here, no library.
"""
