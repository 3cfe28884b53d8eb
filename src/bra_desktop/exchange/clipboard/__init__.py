"""What other programs put on the clipboard, as blocks of the domain's text: their words, without their looks.

May import the domain and the standard library; knows no window.
"""
