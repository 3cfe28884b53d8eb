"""From review to archive: what freezes a protocol, who signs it, and what may be added once it is adjusted."""
