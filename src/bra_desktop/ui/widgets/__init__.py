"""The building blocks of every page. May import Qt, domain, theme, layouts and naming; never a service or a page."""
