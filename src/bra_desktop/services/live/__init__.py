"""While the meeting runs: attendance, minutes and decisions, their versions, and what is written beside them."""
