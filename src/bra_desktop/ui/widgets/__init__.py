"""The building blocks of every page. May import Qt, the domain, the theme, layouts and naming; never a service or a page."""
