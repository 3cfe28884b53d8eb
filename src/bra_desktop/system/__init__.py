"""What the machine gives: paths, resources, settings, log, keys, backup, one running instance.

May import the domain, platformdirs, holidays and psutil.
"""
