"""The command line: one module per group of commands.

May import plays, services, system and the domain. Never sees storage: rows come out of services.
"""
