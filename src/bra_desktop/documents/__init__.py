"""The papers: content becomes blocks (what a document says), and blocks become a tagged PDF (how it looks).

One module per document makes blocks; ``pdf``, ``word`` and ``plain`` know the look and nothing of meetings.
May import the domain, ReportLab, pikepdf and Pillow; never storage, exchange, signing, archive or system.
"""
