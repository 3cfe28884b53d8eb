"""How it looks: tokens in; palette, fonts, icons, style sheet and focus ring out. May import Qt and the domain."""
