"""The projector's window in a meeting: the item that goes on and what is proposed or decided, for the room to read.

Imports the domain, the theme and Qt; knows neither services nor the pages. What is confidential never gets here.
"""
