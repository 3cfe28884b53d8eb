"""What the documents say (blocks) and how they look (tagged PDF), one module per document.

May import the domain, ReportLab, pikepdf and Pillow.
Knows neither the database nor where files lie: fonts are passed in.
"""
