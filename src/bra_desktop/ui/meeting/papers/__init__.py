"""The papers of a meeting: looked at, printed, saved, mailed, and what is added to a locked one."""
