"""What the machine gives: paths, resources, content, settings, log, clock, spelling, files whole or not at all.

May import the domain, platformdirs, psutil and hunspell.
"""
