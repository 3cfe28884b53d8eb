"""Before the meeting: its agenda, those who are called to it, the notice, and what it takes over from others."""
