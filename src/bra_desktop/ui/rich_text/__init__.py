"""The editor of minutes: domain text in, a Qt document while it is edited, domain text out.

May import the domain's text, exchange/clipboard, the theme and naming; never a service or a page.
"""
