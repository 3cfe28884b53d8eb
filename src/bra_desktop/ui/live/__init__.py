"""Mötesläge: the secretary's workbench while a meeting runs.

``scene`` and ``wording`` say in words what is shown, ``presenter`` asks the services, ``keepers`` saves what is typed
(none of them knows Qt); the rest are the widgets, with ``page`` on top.
"""
