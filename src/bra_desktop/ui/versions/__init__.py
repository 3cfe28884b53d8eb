"""Versioner: how a text has been, what differs from now, and the way back. For Mötesläge and the meeting's page."""
